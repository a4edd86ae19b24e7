const http = require('http');
const { EventEmitter } = require('events');
const bus = new EventEmitter();

http.createServer((request, response) => {
  bus.on('reload', () => response.write('r')) // leak: listener-leak
    .on('stop', () => response.end('s')); // leak: listener-leak
});
