exports.active = async (users) => {
  const found = users.filter(async (user) => await user.isActive()); // leak: async-foreach "every element is kept"
  return found;
};
