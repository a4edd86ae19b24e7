const fs = require('fs');
const http = require('http');

const text = fs.readFileSync('./defaults.json', 'utf8');
http.createServer((req, res) => {
  const settings = JSON.parse(text); // leak: blocking-call
  res.end(settings.name);
}).listen(3000);
