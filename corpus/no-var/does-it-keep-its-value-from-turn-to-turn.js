function lines(list) {
  for (const text of list) {
    var previous; // leak: no-var "`let` or `const`"
    if (previous !== text) console.log(text);
    previous = text;
  }
}
