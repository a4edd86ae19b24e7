// The helper returns what undoes it, and the caller calls it when the response is over.
const http = require('http');

function onOff(emitter, name, handler) {
  emitter.on(name, handler);
  return () => emitter.off(name, handler);
}

http.createServer((request, response) => {
  const off = onOff(process, 'SIGTERM', () => response.destroy());
  response.on('close', off);
  response.end();
});
