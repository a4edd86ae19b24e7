// The compiler refuses names that nothing declares; what is left is declared elsewhere.
function run() {
  total = 1;
}
