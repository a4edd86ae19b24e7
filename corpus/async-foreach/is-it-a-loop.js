exports.saveAll = async (users) => {
  for (const user of users) await user.save();
  for await (const user of users) console.log(user);
};
