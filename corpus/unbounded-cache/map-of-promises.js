const http = require('http');
const answers = new Map();

http.createServer(async (request, response) => {
  if (!answers.has(request.url)) answers.set(request.url, Promise.resolve(request.url.length)); // leak: unbounded-cache
  response.end(String(await answers.get(request.url)));
});
