// A pool of two, that counts who has a client.
export const files = {
  'node_modules/pg/index.js': `exports.Pool = class {
  free = 2;
  waiting = [];
  async connect() {
    if (this.free === 0) await new Promise((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    return { query: async () => '1', release: () => { const next = this.waiting.shift(); if (next) next(); else this.free += 1; } };
  }
};`,
};
export default ({ visit }) => visit({ method: 'GET' });
