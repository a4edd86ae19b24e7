function twice() {
  var name = 'a'; // leak: no-var "`let` or `const`"
  var name = 'b'; // leak: no-var "`let` or `const`"
  return name;
}
