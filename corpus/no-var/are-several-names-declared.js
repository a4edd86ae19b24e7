function box(size) {
  var width = size, height = width * 2, depth; // leak: no-var "width"
  depth = 1;
  return [width, height, depth];
}
