const { render } = require('./views');
const app = require('express')();

app.get('/', (req, res) => {
  const page = { title: 'a', a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 };
  res.send(render('index', page));
});
