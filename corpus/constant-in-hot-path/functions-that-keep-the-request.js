const app = require('express')();

app.get('/', (req, res) => {
  const answers = {
    a: () => res.send(req.query.a), b: () => res.send('b'), c: () => res.send('c'), d: () => res.send('d'),
    e: () => res.send('e'), f: () => res.send('f'), g: () => res.send('g'), h: () => res.send('h'),
  };
  answers[req.query.key]();
});
