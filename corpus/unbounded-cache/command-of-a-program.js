// Whoever calls what takes over the process calls it once.
const lines = {};

exports.dashboard = function (bus) {
  process.on('SIGINT', () => process.exit());
  bus.on('log', (processId, text) => {
    if (!lines[processId]) lines[processId] = [text]; // leak: unbounded-cache (false alarm)
  });
};
