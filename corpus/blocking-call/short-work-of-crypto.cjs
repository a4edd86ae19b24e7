const { createHash, randomBytes } = require('crypto');

require('http').createServer((req, res) => {
  const id = randomBytes(16).toString('hex');
  res.setHeader('etag', createHash('sha1').update(id).digest('base64'));
  res.end(id);
}).listen(3000);
