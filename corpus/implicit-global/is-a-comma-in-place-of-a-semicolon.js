exports.make = function () {
  let width = 1;
  height = 2, depth = 3; // leak: implicit-global "height" // leak: implicit-global "depth"
  return width * height * depth;
};
