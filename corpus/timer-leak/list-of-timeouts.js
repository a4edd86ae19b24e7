const http = require('http');
const timeouts = [];

http.createServer((request, response) => {
  timeouts.push(setTimeout(() => response.end(), 500)); // leak: timer-leak "`timeouts` keeps one more timer for every request"
});
