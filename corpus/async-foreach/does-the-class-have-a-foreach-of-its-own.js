class Pool {
  constructor() {
    this.items = [];
  }
  async forEach(visit) {
    for (const item of this.items) await visit(item);
  }
  async close() {
    await this.forEach(async (item) => item.close());
    this.forEach(async (item) => item.close());
  }
}
const pool = new Pool();
pool.forEach(async (item) => item.ping());
