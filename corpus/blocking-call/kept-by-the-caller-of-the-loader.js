const fs = require('fs');
const app = require('express')();
const pages = {};

const load = (name) => fs.readFileSync(`./pages/${name}.html`, 'utf8');

app.get('/about', (req, res) => {
  if (!pages.about) pages.about = load('about');
  res.send(pages.about);
});
