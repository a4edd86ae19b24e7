const http = require('http');

http.createServer((request, response) => { // because: listener-leak
  process.on('unhandledRejection', (error) => { // leak: listener-leak "`process` keeps one more 'unhandledRejection' listener for every request"
    console.error(request.url, error);
  });
  response.end('ok');
}).listen(8080);
