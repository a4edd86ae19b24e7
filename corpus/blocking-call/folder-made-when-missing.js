const fs = require('fs');
const app = require('express')();

app.post('/uploads', (req, res) => {
  if (!fs.existsSync('./uploads')) { // leak: blocking-call "existsSync"
    fs.mkdirSync('./uploads');
  }
  res.sendStatus(202);
});
