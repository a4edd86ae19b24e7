async function warm() {
  await fetch('/warm');
}
class Service {
  constructor() {
    this.ready = warm(); // leak: unawaited-promise "kept in `this.ready`, which nothing reads"
    this.address = '/warm';
  }
  describe() {
    return this.address;
  }
}
const service = new Service();
module.exports = () => service.describe();
