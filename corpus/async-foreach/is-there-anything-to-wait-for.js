function define(names) {
  names.forEach(async (name) => { // leak: async-foreach (low)
    describe(name);
  });
}
function save(users) {
  users.forEach(async (user) => user.save()); // leak: async-foreach
}
module.exports = { define, save };
