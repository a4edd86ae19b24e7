const fs = require('fs');
const http = require('http');
const templates = {};

for (const name of fs.readdirSync('templates')) {
  templates[name] = fs.readFileSync(`templates/${name}`, 'utf8');
}

http.createServer((request, response) => response.end(templates['index.html']));
