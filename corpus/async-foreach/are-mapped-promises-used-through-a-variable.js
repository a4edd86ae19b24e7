exports.names = (ids) => {
  const users = ids.map(async (id) => { // leak: async-foreach "`join` uses them"
    const response = await fetch(`/users/${id}`);
    return response.text();
  });
  return users.join(', ');
};
