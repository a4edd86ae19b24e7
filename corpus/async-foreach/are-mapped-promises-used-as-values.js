exports.active = (ids) => {
  return ids.map(async (id) => (await fetch(`/users/${id}`)).json()).filter((user) => user.isActive); // leak: async-foreach "`filter` uses them as if"
};
