require('http').createServer((req, res) => {
  const names = ['one', 'two', 'three']; // leak: constant-in-hot-path "a list of 3 entries"
  res.end(names[req.url.length % 3]);
}).listen(3000);
