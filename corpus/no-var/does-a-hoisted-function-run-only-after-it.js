function start() {
  var name = 'world'; // leak: no-var "`const`"
  greet();
  function greet() {
    console.log(name);
  }
}
