const http = require('http');

function onOff(emitter, name, handler) {
  emitter.on(name, handler);
  return () => emitter.off(name, handler);
}

http.createServer((request, response) => {
  onOff(process, 'SIGTERM', () => response.destroy()); // leak: listener-leak
  response.end();
});
