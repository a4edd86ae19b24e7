class Database {
  constructor(client, metrics) {
    this.client = client;
    this.metrics = metrics;
    this.isHealthy = true;
  }
  async check() {
    try {
      await this.client.query('select 1');
    } catch (error) {
      this.isHealthy = false;
    }
  }
  async count() {
    try {
      await this.client.query('select count(*)');
    } catch (error) {
      this.metrics.increment('failures');
    }
  }
}
module.exports = Database;
