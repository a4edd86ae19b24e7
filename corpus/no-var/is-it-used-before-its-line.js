function early() {
  console.log(late);
  var late = 1; // leak: no-var "`let` or `const`"
  return late;
}
