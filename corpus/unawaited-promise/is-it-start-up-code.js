// Shown at low confidence only: a start-up that fails should end the process.
async function main() {
  await fetch('/config');
}
main(); // leak: unawaited-promise
