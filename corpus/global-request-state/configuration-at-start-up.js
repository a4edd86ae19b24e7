const http = require('http');
global.settings = { port: 8080 };

let server;
server = http.createServer((request, response) => response.end());
server.listen(global.settings.port);
