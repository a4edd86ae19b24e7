function run(code) {
  var local = 1; // leak: no-var "`let` or `const`"
  eval(code);
  return local;
}
