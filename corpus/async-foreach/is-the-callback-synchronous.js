exports.print = (users) => {
  users.forEach((user) => console.log(user));
  users.forEach(function (user) {
    console.log(user);
  });
};
