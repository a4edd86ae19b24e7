function handler() {}
exports.wrap = function () {
  handler = function () {};
  function inner() {}
  inner = null;
};
