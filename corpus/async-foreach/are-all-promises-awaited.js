exports.saveAll = async (users) => {
  await Promise.all(users.map(async (user) => user.save()));
  const results = users.map(async (user) => user.load());
  return Promise.allSettled(results);
};
