// What callers hand in grows with their source text, not with traffic.
const plugins = new Map();

exports.registerPlugin = function registerPlugin(name, plugin) {
  plugins.set(name, plugin); // leak: unbounded-cache (false alarm)
};
