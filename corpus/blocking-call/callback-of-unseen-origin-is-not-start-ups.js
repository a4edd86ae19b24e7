const fs = require('fs');
const http = require('http');

/** Start-up hands a callback over that reads; what requests hand over comes from the outside. */
function list(folder, done) {
  done(`${folder}/index`);
}
list('./plugins', (path) => console.log(fs.readFileSync(path, 'utf8')));

http.createServer((req, res) => {
  require('./queue')((task) => list(req.url, task));
}).listen(3000);
