// Properties that run code when they are read or written.
const http = require('http');

class Visits {
  static shared = new Visits();
  #names = [];
  handlers = { get: (url) => this.#add(url) };
  static of() {
    return Visits.shared;
  }
  get count() {
    process.on('exit', () => console.log(this.#names.length)); // leak: listener-leak "for every request"
    return this.#names.length;
  }
  set last(url) {
    process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
  }
  #add(url) {
    process.on('beforeExit', () => console.log(url)); // leak: listener-leak "for every request"
  }
}

http.createServer((request, response) => {
  Visits.of().handlers.get(request.url);
  Visits.shared.last = request.url;
  response.end(String(Visits.of().count));
});
