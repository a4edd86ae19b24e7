require('http').createServer((req, res) => {
  res.end(/^\/[a-z]+$/i.test(req.url) ? 'word' : 'other');
}).listen(3000);
