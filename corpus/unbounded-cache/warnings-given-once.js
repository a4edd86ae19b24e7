const didWarn = new Set();

exports.render = function (node, userId) {
  const message = 'no key for ' + userId;
  if (!didWarn.has(message)) {
    didWarn.add(message); // leak: unbounded-cache (false alarm)
    console.warn(message);
  }
  return node;
};
