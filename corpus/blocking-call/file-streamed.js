const fs = require('fs');
const { pipeline } = require('stream/promises');
const zlib = require('zlib');

require('http').createServer(async (req, res) => {
  await pipeline(fs.createReadStream('./dump.json'), zlib.createGzip(), res);
}).listen(3000);
