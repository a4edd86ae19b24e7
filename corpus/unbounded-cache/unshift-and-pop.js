const http = require('http');
const history = [];

http.createServer((request, response) => {
  history.unshift(request.url);
  if (history.length > 10) history.pop();
  response.end();
});
