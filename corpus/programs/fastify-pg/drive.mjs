// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/server.ts.mjs';
// The metrics keep the last hundred durations, so these come first.
export const warmUp = 120;
export const together = 4;

// pg, answered by pg-mem in this process: clients and pools are pg's own kind, the database is in memory. What each keeps
// open is a socket, as with pg.
export const files = {
  'node_modules/pg/index.mjs': `import net from 'node:net';
import { newDb } from 'pg-mem';
const { Client, Pool } = newDb().adapters.createPg();
const counts = { clients: 0, taken: 0 };
const opened = (client) => net.connect(5432, 'database').on('data', () => client.heard());
class CountedClient extends Client {
  connect() { counts.clients += 1; this.stream = opened(this); return super.connect(); }
  end() { counts.clients -= 1; this.stream.destroy(); return super.end(); }
}
class CountedPool extends Pool {
  async connect() {
    const client = await super.connect();
    counts.taken += 1;
    const stream = opened(client);
    return { query: (...values) => client.query(...values), release: () => { counts.taken -= 1; stream.destroy(); client.release(); } };
  }
}
export default { Client: CountedClient, Pool: CountedPool, counts };
`,
  'node_modules/pg/package.json': '{"type":"module","exports":"./index.mjs"}',
};

let counts;
export async function started(it, world) {
  ({ default: { counts } } = await import(`${world.folder}/node_modules/pg/index.mjs`));
}
export const measure = () => ({ ...counts });

const get = (path, options) => ({ visit }) => visit({ method: 'GET', leave: false, path, patience: 1000, ...options });

export const scenarios = {
  'the health is asked for': { leaks: ['src/db/listen.ts resource-leak'], gauge: 'clients', run: get('/health') },
  'a book without copies is asked for': {
    leaks: ['src/services/loans.ts resource-leak'],
    gauge: 'taken',
    run: ({ visit }) => visit({ method: 'POST', leave: false, path: '/loans', patience: 1000, body: { book: 3, reader: 'ada' } }),
  },
  'books are searched': {
    leaks: ['src/services/books.ts unbounded-cache'],
    run: ({ visit, number, text }) => visit({ method: 'GET', leave: false, patience: 1000, path: `/books?title=${number}${text}` }),
  },
  'a slow request': {
    leaks: ['src/plugins/metrics.ts unbounded-cache'],
    run: ({ visit, number }) => visit({ method: 'GET', leave: false, patience: 1000, path: `/slow/${number}` }),
  },
  'one waits for the end': { leaks: ['src/routes/live.ts listener-leak loanEvents.once'], run: get('/live/closing', { patience: 30 }) },
  'a connection serves many': { leaks: ['src/routes/live.ts listener-leak socket.on'], gauge: 'listener', run: get('/idle') },
  'loans of a reader are written down': {
    leaks: ['src/services/exports.ts listener-leak'],
    run: ({ visit, number }) => visit({ method: 'POST', leave: false, patience: 1000, path: `/exports/reader-${number}`, body: {} }),
  },
  'loans are followed': { run: get('/live/loans', { patience: 30 }) },
  'a book is lent and comes back': {
    async run({ visit }) {
      const ask = (options) => visit({ leave: false, patience: 1000, ...options });
      const lent = await ask({ method: 'POST', path: '/loans', body: { book: 1, reader: 'ada' } });
      await ask({ method: 'GET', path: '/books/1' });
      const waiting = ask({ method: 'GET', path: '/books/1/return' });
      await ask({ method: 'DELETE', path: `/loans/${JSON.parse(lent.text).id}` });
      await waiting;
      await ask({ method: 'GET', path: '/metrics' });
    },
  },
};
