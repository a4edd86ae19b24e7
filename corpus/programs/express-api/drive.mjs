// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/server.js';
export const files = { 'reports/short.txt': 'half', 'reports/long.txt': 'number of the day\n'.repeat(400) };

export const scenarios = {
  'the till follows payments': {
    leaks: ['src/routes/events.js listener-leak follow'],
    run: ({ visit }) => visit({ method: 'GET', path: '/api/events/payments', patience: 30 }),
  },
  'the kitchen hears of the shutdown': {
    leaks: ['src/routes/events.js listener-leak runOnShutdown'],
    run: ({ visit }) => visit({ method: 'GET', path: '/api/events/kitchen', patience: 30 }),
  },
  'a product is quoted': {
    leaks: ['src/services/prices.js unbounded-cache'],
    warmUp: 520,
    together: 4,
    run: ({ visit, number, text }) => visit({ method: 'GET', path: `/api/prices/bread-${number}-${text.slice(0, 6000)}` }),
  },
  'an account is looked at': {
    leaks: ['src/middleware/authenticate.js global-request-state'],
    run: ({ visit, number }) => visit({ method: 'GET', path: '/api/account', headers: { authorization: `token ${number}` } }),
  },
  'the header of an unfinished report': {
    leaks: ['src/services/reports.js resource-leak'],
    gauge: 'abandoned',
    run: ({ visit }) => visit({ method: 'GET', path: '/api/reports/short.txt/header' }),
  },
  'a reminder': {
    leaks: ['src/services/reminders.js request-in-timer'],
    settle: 400,
    run: ({ visit, number }) => visit({ method: 'POST', path: `/api/orders/${number}/reminder`, body: {} }),
  },
  'one leaves before the report is done': {
    leaks: ['src/routes/reports.js timer-leak', 'src/routes/reports.js listener-leak'],
    run: ({ visit, number }) => visit({ method: 'POST', path: `/api/reports/${number}`, body: {}, patience: 30 }),
  },
  'orders are followed': { run: ({ visit }) => visit({ method: 'GET', path: '/api/events/orders', patience: 30 }) },
  'a heartbeat is listened to': { run: ({ visit }) => visit({ method: 'GET', path: '/api/events/heartbeat', patience: 30 }) },
  'an order is made and paid': {
    warmUp: 1020,
    together: 8,
    async run({ visit, text }) {
      const made = await visit({ method: 'POST', path: '/api/orders', leave: false, patience: 1000, body: { product: 'bread', note: text.slice(0, 100) } });
      const { id } = JSON.parse(made.text);
      await Promise.all([
        visit({ method: 'GET', path: `/api/orders/${id}/payment` }),
        visit({ method: 'POST', path: `/api/orders/${id}/payment`, body: {} }),
      ]);
      await visit({ method: 'GET', path: `/api/orders/${id}` });
    },
  },
  'rates and reports': {
    async run({ visit }) {
      await visit({ method: 'GET', path: '/api/prices/rates/SEK' });
      await visit({ method: 'GET', path: '/api/reports/long.txt/lines' });
      await visit({ method: 'GET', path: '/api/reports/long.txt/file' });
      await visit({ method: 'GET', path: '/api/reports/long.txt/header' });
    },
  },
};
