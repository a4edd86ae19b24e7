// Callers ask for formats; a program has a handful of them.
const formatters = new Map();

exports.formatter = function (localeName) {
  if (!formatters.has(localeName)) formatters.set(localeName, new Intl.NumberFormat(localeName)); // leak: unbounded-cache (false alarm)
  return formatters.get(localeName);
};
