const save = async (user) => user.save();
exports.saveAll = (users) => {
  users.forEach(save); // leak: async-foreach "`save`"
};
