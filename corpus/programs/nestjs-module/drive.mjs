// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/main.ts.mjs';

const ask = (method, path, options) => ({ visit, number }) =>
  visit({ method, leave: false, patience: 1000, path: typeof path === 'function' ? path(number) : path, ...options });

export const scenarios = {
  'prices of many cars': {
    leaks: ['src/tickets/tickets.service.ts unbounded-cache'],
    gauge: 'entries',
    warmUp: 120,
    together: 4,
    run: ask('GET', (number) => `/tickets/plate-${number}/price`),
  },
  'a request is timed': { leaks: ['src/tickets/timing.interceptor.ts listener-leak'], run: ask('GET', '/tickets/ab-12/wait') },
  'who asks': {
    leaks: ['src/common/visitor.middleware.ts global-request-state'],
    run: ask('GET', '/receipts'),
  },
  'a barrier is opened again': { leaks: ['src/barriers/barriers.service.ts timer-leak'], run: ask('POST', '/barriers/north/open', { body: {} }) },
  'a car is expected': {
    leaks: ['src/barriers/barriers.service.ts request-in-timer'],
    settle: 400,
    run: ask('POST', '/barriers/north/expect', { body: {} }),
  },
  'a sign at the entrance': {
    leaks: ['src/display/display.controller.ts subscription-leak'],
    run: ask('GET', '/display/entrance', { patience: 30 }),
  },
  'an empty receipt': {
    leaks: ['src/receipts/receipts.service.ts resource-leak'],
    run: ask('POST', (number) => `/receipts/r${number}`, { body: { lines: [] } }),
  },
  'signs at the exits': {
    async run(life) {
      await ask('GET', '/display/exit', { patience: 30 })(life);
      await ask('GET', '/display/first', { patience: 30 })(life);
      await ask('GET', '/display')(life);
    },
  },
  'a car comes and goes': {
    async run(life) {
      await ask('POST', (number) => `/tickets/plate-${number}`, { body: {} })(life);
      await ask('DELETE', (number) => `/tickets/plate-${number}`)(life);
      await ask('POST', '/barriers/south/pulse', { body: {} })(life);
      await ask('GET', '/nowhere')(life);
    },
  },
};
