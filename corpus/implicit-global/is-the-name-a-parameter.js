exports.clamp = function (value, low = 0) {
  if (value < low) value = low;
  low = 1;
  return value + low;
};
