function open(options) {
  var options = options || {}; // leak: no-var "`let` or `const`"
  return options;
}
