exports.closeAll = (pools) => pools.forEach(async (pool) => pool.end()); // leak: async-foreach
