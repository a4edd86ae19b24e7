// Reading an undeclared name throws, so `++` and `+=` never make a global.
exports.count = function () {
  counter++;
  --counter;
  total += 1;
  cache ||= {};
};
