// call, apply, bind and Reflect, with the arguments that they pass on.
const http = require('http');

class Visits {
  constructor() {
    this.handler = this.handle.bind(this);
  }
  handle(request, response) {
    Visits.prototype.byCall.call(this, request);
    this.byApply.apply(this, [request]);
    this.byArguments(request, response);
    response.end();
  }
  byCall(request) {
    process.on('exit', () => console.log(request.url)); // leak: listener-leak "for every request"
  }
  byApply(request) {
    request.socket.on('close', () => console.log('gone')); // leak: listener-leak
  }
  byArguments(request, response) {
    listen.apply(null, arguments);
    Reflect.apply(listenOnce, null, [1]);
  }
}
function listen(request, response) {
  response.on('finish', () => console.log('done'));
  request.socket.on('timeout', () => console.log('late')); // leak: listener-leak
}
function listenOnce() {
  process.on('exit', () => console.log('over')); // leak: listener-leak "for every request"
}
function withName(name, request, response) {
  name.on('end', () => console.log('end')); // leak: listener-leak
  request.socket.on('end', () => console.log(name)); // leak: listener-leak
  response.end();
}

http.createServer(new Visits().handler);
http.createServer(withName.bind(null, process.stdin));
