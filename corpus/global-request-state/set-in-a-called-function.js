const http = require('http');
let user;

function enter(request) {
  user = request.headers; // leak: global-request-state
}

http.createServer((request, response) => {
  enter(request);
  response.end(String(user));
});
