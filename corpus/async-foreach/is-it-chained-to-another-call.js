exports.load = (names) => {
  names
    .filter((name) => name.endsWith('.json'))
    .forEach(async (name) => { // leak: async-foreach
      await import(name);
    });
};
