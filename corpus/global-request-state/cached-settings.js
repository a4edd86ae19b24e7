const http = require('http');
let settings = null;

async function load() {
  const answer = await fetch('http://settings/all');
  return answer.json();
}

http.createServer(async (request, response) => {
  settings ??= await load();
  response.end(JSON.stringify(settings));
});
