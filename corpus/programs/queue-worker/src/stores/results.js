const keepFor = 10 * 60_000;
const results = new Map();

/** Keeps what came out of a job for ten minutes, for who asks again. */
function remember(id, result) {
  const old = results.get(id);
  if (old) clearTimeout(old.timer);
  const timer = setTimeout(() => results.delete(id), keepFor);
  timer.unref();
  results.set(id, { result, timer });
}

function resultOf(id) {
  return results.get(id)?.result;
}

module.exports = { remember, resultOf };
