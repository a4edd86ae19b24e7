const http = require('http');
const { EventEmitter } = require('events');

http.createServer((request, response) => {
  const steps = new EventEmitter();
  steps.on('done', () => response.end());
  steps.emit('done');
});
