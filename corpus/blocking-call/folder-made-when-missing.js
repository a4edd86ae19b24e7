const fs = require('fs');
const app = require('express')();

app.post('/uploads', (req, res) => {
  if (!fs.existsSync('./uploads')) { // leak: blocking-call "existsSync"
    fs.mkdirSync('./uploads');
  }
  if (fs.existsSync('./thumbnails') === false) fs.mkdirSync('./thumbnails'); // leak: blocking-call "existsSync"
  res.sendStatus(202);
});
