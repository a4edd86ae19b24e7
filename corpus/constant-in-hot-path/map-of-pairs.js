const app = require('express')();

app.get('/units/:name', (req, res) => {
  const metres = new Map([ // leak: constant-in-hot-path "a Map of"
    ['mm', 0.001],
    ['cm', 0.01],
    ['m', 1],
    ['km', 1000],
  ]);
  res.send(String(metres.get(req.params.name)));
});
