// The list hangs on an object that is made anew for each document.
const http = require('http');
let current = { problems: [] };

function begin(name) {
  current = { name, problems: [] };
}

function complain(text) {
  current.problems.push(text);
}

http.createServer((request, response) => {
  begin(request.url);
  complain('too short');
  response.end(current.problems.join());
});
