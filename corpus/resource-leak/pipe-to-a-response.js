const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  fs.createReadStream('film.mp4').pipe(response); // leak: resource-leak "the client leaves early"
});
