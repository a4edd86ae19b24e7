exports.sum = function () {
  total = 1;
  var total;
  return total;
};
