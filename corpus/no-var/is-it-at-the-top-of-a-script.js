// Other scripts of the page may use it as a property of the global object.
var App = {}; // leak: no-var "file"
