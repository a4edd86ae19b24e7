const app = require('express')();

app.get('/', (req, res) => {
  const word = new RegExp('[a-z]+', 'g');
  let count = 0;
  while (word.exec(req.query.text)) count += 1;
  res.send(String(count));
});
