// Does it notice that the only code that empties the list runs once, long after the list has grown?
const http = require('http');

const traced = [];

function patch(target, name, track) {
  track.push([target, name, target[name]]); // leak: unbounded-cache "every request"
}

http
  .createServer((req, res) => {
    patch(res, 'end', traced);
    res.end();
  })
  .listen(8080);

process.on('exit', function restoreAll() {
  let entry;
  while ((entry = traced.shift())) entry[0][entry[1]] = entry[2];
});
