async function flush(queue) {
  await queue.drain();
}
function tick(queue) {
  queue.length > 10 && flush(queue); // leak: unawaited-promise
}
module.exports = tick;
