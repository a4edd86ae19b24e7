import express from 'express';

const app = express();

app.get('/progress', (req, res) => {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  setInterval(() => res.write('data: more\n\n'), 1000); // leak: timer-leak
});
