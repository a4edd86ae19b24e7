// The declaration may be in the part that does not parse.
var total, = 3;
function run() {
  total = 1;
}
