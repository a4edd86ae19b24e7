// Timers keep their arguments, and what is bound to their functions.
const http = require('http');

function audit(name, request) {
  console.log(name, request.url);
}
function answer(response) {
  response.end();
}

http.createServer((request, response) => {
  setTimeout(audit, 60_000, 'late', request); // leak: request-in-timer "keeps `request` alive"
  setTimeout(audit.bind(null, 'later', request), 60_000); // leak: request-in-timer
  setTimeout(audit, 60_000, 'late', { url: request.url });
  setTimeout(audit, 100, 'soon', request);
  setTimeout(answer, 60_000, response);
});
