const http = require('http');
const pending = new Map();

http.createServer(async (request, response) => {
  pending.set(request.url, response); // leak: unbounded-cache "not always trimmed"
  const answer = await fetch(`http://pages${request.url}`);
  pending.delete(request.url);
  response.end(await answer.text());
});
