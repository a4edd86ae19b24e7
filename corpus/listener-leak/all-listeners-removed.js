const http = require('http');
const { EventEmitter } = require('events');
const jobs = new EventEmitter();

http.createServer((request, response) => {
  jobs.on('done', () => response.end());
  response.on('close', () => jobs.removeAllListeners('done'));
});
