const fs = require('fs');
const http = require('http');

function withName(id, done) {
  done(`./pages/${id}.html`);
}

withName('start', (path) => console.log(fs.readFileSync(path, 'utf8')));
http.createServer((req, res) => {
  withName(req.url, (path) => res.end(path));
}).listen(3000);
