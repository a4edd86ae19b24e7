// Shown at low confidence only: nothing is lost but the end of the work.
async function flush(queue) {
  try {
    await queue.drain();
  } catch (error) {
    queue.failed = error;
  }
}
function tick(queue) {
  flush(queue); // leak: unawaited-promise "before it is done"
}
module.exports = tick;
