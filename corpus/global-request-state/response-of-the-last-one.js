const http = require('http');
let open;

http.createServer((request, response) => {
  open = response; // leak: global-request-state
  open.end('ok');
});
