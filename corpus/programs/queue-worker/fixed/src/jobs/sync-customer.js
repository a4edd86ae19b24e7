const { crmUrl } = require('../config');
const logger = require('../lib/logger');
const { shutdown } = require('../lib/shutdown');

const url = (id) => `${crmUrl}/customers/${encodeURIComponent(id)}`;

/** Takes over a customer from the other system, unless the worker is to stop. */
async function syncCustomer({ customer }) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  shutdown.once('stop', stop);
  try {
    const answer = await fetch(url(customer), { signal: stopping.signal });
    if (!answer.ok) throw new Error(`the other system says ${answer.status}`);
    const { ok } = await answer.json();
    logger.info('customer', { customer, ok });
  } finally {
    shutdown.off('stop', stop);
  }
}

module.exports = { syncCustomer };
