export class Tracker {
  byField(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byProperty(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byMap(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byResult(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byCast(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byInterface(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  byList(url: string) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
}
