function guard(run) {
  try {
    run();
  } catch (error) {
    var error = 'failed'; // leak: no-var "`let` or `const`"
  }
}
