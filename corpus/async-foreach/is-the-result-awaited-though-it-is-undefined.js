exports.run = async () => {
  await [1, 2, 3].forEach(async (id) => { // leak: async-foreach
    await fetch(`/items/${id}`);
  });
};
