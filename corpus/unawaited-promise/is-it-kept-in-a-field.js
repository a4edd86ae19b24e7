async function warm() {
  await fetch('/warm');
}
class Service {
  constructor() {
    this.ready = warm(); // leak: unawaited-promise (missed)
  }
}
module.exports = new Service() && 1;
