const app = require('express')();
let table;

app.get('/', (req, res) => {
  if (!table) table = new Map([['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5]]);
  res.send(String(table.get(req.query.key)));
});
