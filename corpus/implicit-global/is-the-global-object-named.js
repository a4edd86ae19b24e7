exports.install = function (value) {
  globalThis.cache = value;
  global.cache = value;
};
