exports.closeAll = (pools) => {
  pools?.forEach(async (pool) => { // leak: async-foreach
    await pool.end();
  });
};
