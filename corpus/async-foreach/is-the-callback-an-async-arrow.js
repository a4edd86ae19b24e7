async function saveAll(users) {
  users.forEach(async (user) => { // leak: async-foreach "drops the promise"
    await user.save();
  });
}
