import express from 'express';

const app = express();
app.get('/', (req, res) => {
  res.send(String(new RegExp(String(req.query.pattern)).test('text')));
});
