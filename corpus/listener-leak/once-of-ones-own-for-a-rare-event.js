// The wrapper takes itself away when the event comes; this one comes when the process ends.
const http = require('http');

function onceOf(emitter, event, run) {
  const handler = (...values) => {
    emitter.off(event, handler);
    run(...values);
  };
  emitter.on(event, handler);
}

http.createServer((request, response) => {
  onceOf(process, 'SIGTERM', () => response.end()); // leak: listener-leak (missed)
  response.write('ready');
});
