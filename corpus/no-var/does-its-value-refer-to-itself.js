function make() {
  var walk = function (node) { // leak: no-var "`const`"
    return node && walk(node.next);
  };
  var same = same || walk; // leak: no-var "`let` or `const`"
  return same;
}
