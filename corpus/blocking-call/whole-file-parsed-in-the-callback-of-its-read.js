const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  fs.readFile('./catalogue.json', (error, data) => {
    if (error) return res.writeHead(500).end();
    const catalogue = JSON.parse(data.toString()); // leak: blocking-call
    res.end(String(catalogue.items.length));
  });
}).listen(3000);
