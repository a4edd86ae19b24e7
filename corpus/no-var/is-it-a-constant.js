function area(radius) {
  var pi = 3.14159; // leak: no-var "`const`"
  return pi * radius * radius;
}
