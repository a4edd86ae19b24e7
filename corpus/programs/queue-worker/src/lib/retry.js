const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries a few times, and waits longer after each failure. */
async function retry(times, task) {
  for (let attempt = 1; ; ++attempt) {
    try {
      return await task(attempt);
    } catch (error) {
      if (attempt === times) throw error;
      await pause(2 ** attempt);
    }
  }
}

module.exports = { retry };
