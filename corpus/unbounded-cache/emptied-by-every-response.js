// The same list, emptied whenever a response ends.
const http = require('http');

const traced = [];

function patch(target, name, track) {
  track.push([target, name, target[name]]);
}

function restoreAll() {
  let entry;
  while ((entry = traced.shift())) entry[0][entry[1]] = entry[2];
}

http
  .createServer((req, res) => {
    patch(res, 'end', traced);
    res.on('finish', restoreAll);
    res.end();
  })
  .listen(8080);
