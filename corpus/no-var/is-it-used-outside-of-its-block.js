function read(text) {
  if (text) {
    var parsed = JSON.parse(text); // leak: no-var "`let` or `const`"
  }
  return parsed;
}
