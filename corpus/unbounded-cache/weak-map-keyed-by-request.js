const http = require('http');
const times = new WeakMap();

http.createServer((request, response) => {
  times.set(request, Date.now());
  response.on('finish', () => console.log(Date.now() - times.get(request)));
  response.end();
});
