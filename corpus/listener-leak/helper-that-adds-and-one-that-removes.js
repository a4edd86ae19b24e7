// Two helpers, one to add and one to remove: is what the first adds for its caller matched with the second?
const http = require('http');

function listen(emitter, name, handler) {
  emitter.on(name, handler);
}

function unlisten(emitter, name, handler) {
  emitter.removeListener(name, handler);
}

http.createServer((request, response) => {
  const stop = () => response.destroy();
  listen(process, 'SIGTERM', stop);
  listen(process, 'SIGHUP', stop); // leak: listener-leak "'SIGHUP' listener for every request"
  response.on('close', () => unlisten(process, 'SIGTERM', stop));
  response.end();
});
