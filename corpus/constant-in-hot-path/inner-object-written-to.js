const app = require('express')();

app.get('/', (req, res) => {
  const totals = { food: { sum: 0, count: 0 }, drinks: { sum: 0, count: 0 }, other: { sum: 0, count: 0 } };
  for (const line of req.query.lines) totals[line.kind].sum += line.price;
  res.send(String(totals.food.sum));
});
