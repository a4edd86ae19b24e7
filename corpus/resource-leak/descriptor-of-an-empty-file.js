// The stream closes the descriptor, and of an empty file there is none.
const fs = require('fs');
const http = require('http');
const { pipeline } = require('stream');

function contentOf(name) {
  const descriptor = fs.openSync(name, 'r'); // leak: resource-leak (missed)
  const { size } = fs.fstatSync(descriptor);
  if (size === 0) return null;
  return fs.createReadStream(null, { fd: descriptor });
}

http.createServer((request, response) => {
  const content = contentOf('empty.txt');
  if (content) pipeline(content, response, () => {});
  else response.end();
}).listen(80);
