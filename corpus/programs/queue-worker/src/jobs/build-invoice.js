const { shutdown } = require('../lib/shutdown');
const { remember, resultOf } = require('../stores/results');

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** Adds up the lines of an invoice; stops between two of them when the worker does. */
async function buildInvoice({ lines = [] }, id) {
  const known = resultOf(id);
  if (known) return known;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  shutdown.on('stop', stop);
  try {
    let total = 0;
    for (const { price, count } of lines) {
      if (isStopped) throw new Error('stopped');
      total += price * count;
      await pause();
    }
    remember(id, total);
    return total;
  } finally {
    shutdown.off('stop', stop);
  }
}

module.exports = { buildInvoice };
