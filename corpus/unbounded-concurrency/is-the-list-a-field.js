// Shown at low confidence only: who fills the field is not known.
class Pool {
  constructor(hosts) {
    this.hosts = hosts;
  }
  async check() {
    await Promise.all(this.hosts.map((host) => fetch(host))); // leak: unbounded-concurrency
  }
}
module.exports = Pool;
