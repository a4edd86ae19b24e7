class Tracker {
  byParameter(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byField(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byMap(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byResult(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byCast(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byOption(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byVariable(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
}
exports.Tracker = Tracker;
