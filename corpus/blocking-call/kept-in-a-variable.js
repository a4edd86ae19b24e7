const fs = require('fs');
const http = require('http');
let page;

function index() {
  if (page) return page;
  page = fs.readFileSync('./index.html', 'utf8');
  return page;
}

http.createServer((req, res) => res.end(index())).listen(3000);
