const http = require('http');
let user;

function parse(text) {
  return { name: text };
}

http.createServer((request, response) => {
  user = parse(request.headers.authorization); // leak: global-request-state (missed)
  response.end(user.name);
});
