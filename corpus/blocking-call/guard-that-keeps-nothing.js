const fs = require('fs');
const http = require('http');
let banner = '';

http.createServer((req, res) => {
  let text = banner;
  if (!text) text = fs.readFileSync('./banner.txt', 'utf8'); // leak: blocking-call
  res.end(text);
}).listen(3000);
exports.setBanner = (text) => {
  banner = text;
};
