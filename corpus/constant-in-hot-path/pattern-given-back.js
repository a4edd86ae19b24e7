const http = require('http');
const PATH = /^\/files\/(.+)$/;

http.createServer((request, response) => {
  response.end(String(RegExp(PATH).test(request.url)));
  const again = new RegExp('^/files/'); // leak: constant-in-hot-path
  response.end(String(again.test(request.url)));
}).listen(3000);
