const fs = require('fs');
const http = require('http');

function withName(id, done) {
  done(`./pages/${id}.html`);
}

withName('start', (path) => console.log('starts with', path));
http.createServer((req, res) => {
  withName(req.url, (path) => {
    res.end(fs.readFileSync(path)); // leak: blocking-call
  });
}).listen(3000);
