const http = require('http');
const path = require('path');
const types = {};

http.createServer((request, response) => {
  const extension = path.extname(__filename);
  types[extension] = 'text/plain'; // leak: unbounded-cache (false alarm)
  response.end(types[extension]);
});
