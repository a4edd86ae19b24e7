exports.reset = function () {
  var first = second = 0; // leak: implicit-global "second"
  return first + second;
};
