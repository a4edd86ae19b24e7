// onOff adds for its caller and hands back what removes; its caller calls that.
const http = require('http');

function onOff(emitter, name, handler) {
  emitter.on(name, handler);
  return () => emitter.off(name, handler);
}

http.createServer((request, response) => {
  const release = onOff(process, 'SIGTERM', () => response.destroy());
  response.on('close', release);
});
