// One function adds, another removes, and both are given the same listener.
const http = require('http');

function listen(emitter, handler) {
  emitter.on('warning', handler);
}

function leave(emitter, handler) {
  emitter.removeListener('warning', handler);
}

http.createServer((request, response) => {
  const note = (warning) => response.write(warning.message);
  listen(process, note);
  response.on('close', () => leave(process, note));
});
