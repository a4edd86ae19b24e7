exports.saveAll = function (users) {
  users.forEach(async function (user) { // leak: async-foreach "its async callback"
    await this.save(user);
  }.bind(this));
};
