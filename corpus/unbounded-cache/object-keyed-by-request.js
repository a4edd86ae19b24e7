const http = require('http');
const pages = {};

http.createServer((request, response) => {
  if (!pages[request.url]) {
    pages[request.url] = `<h1>${request.url}</h1>`; // leak: unbounded-cache "`pages` grows by one entry for every request"
  }
  response.end(pages[request.url]);
});
