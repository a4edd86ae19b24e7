const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  const film = fs.createReadStream('film.mp4');
  film.pipe(response);
  response.on('close', () => film.destroy());
});
