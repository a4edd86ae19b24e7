handler = function (request, response) { // leak: implicit-global "handler"
  response.end(request.url);
};
require('node:http').createServer(handler);
