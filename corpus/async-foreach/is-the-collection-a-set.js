const jobs = new Set();
exports.run = async () => {
  jobs.forEach(async (job) => { await job.run(); }); // leak: async-foreach
};
