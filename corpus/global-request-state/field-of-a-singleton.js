const http = require('http');

class Context {
  enter(request) {
    this.request = request; // leak: global-request-state
  }
}

const context = new Context();

http.createServer((request, response) => {
  context.enter(request);
  response.end();
});
