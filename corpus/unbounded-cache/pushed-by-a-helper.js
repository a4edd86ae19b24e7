// The list is the caller's; the helper only pushes into it.
const http = require('http');
const trail = [];

function note(list, entry) {
  list.push(entry); // leak: unbounded-cache
}

http.createServer((request, response) => {
  note(trail, request.url);
  response.end();
});
