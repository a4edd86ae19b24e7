// `name` and `status` are globals of pages only, so in Node this makes new ones.
const http = require('node:http');
http.createServer((request, response) => {
  name = request.url; // leak: implicit-global "name"
  status = 200; // leak: implicit-global "status"
  response.end();
});
