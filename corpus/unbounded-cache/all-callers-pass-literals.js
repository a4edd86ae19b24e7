const http = require('http');
const texts = {};

function text(key) {
  texts[key] = texts[key] || load(key);
  return texts[key];
}

function load(key) {
  return key.toUpperCase();
}

http.createServer((request, response) => {
  response.end(request.url === '/' ? text('home') : text('missing'));
});
