const http = require('http');
let url;
let headers;

http.createServer((request, response) => {
  ({ url, headers } = request); // leak: global-request-state "`url`" // leak: global-request-state "`headers`"
  response.end(url + headers.host);
});
