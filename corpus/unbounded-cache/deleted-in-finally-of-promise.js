const http = require('http');
const pending = new Map();

function once(url) {
  if (pending.has(url)) return pending.get(url);
  const answer = fetch(`http://pages${url}`);
  pending.set(url, answer);
  answer.finally(() => pending.delete(url));
  return answer;
}

http.createServer(async (request, response) => {
  const answer = await once(request.url);
  response.end(await answer.text());
});
