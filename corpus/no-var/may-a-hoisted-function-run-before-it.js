function start() {
  greet();
  var name = 'world'; // leak: no-var "`let` or `const`"
  function greet() {
    console.log(name);
  }
}
