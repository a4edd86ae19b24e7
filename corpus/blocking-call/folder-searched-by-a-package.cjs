const { globSync } = require('glob');
const app = require('express')();

app.get('/plugins', (req, res) => {
  res.json(globSync('plugins/**/*.js')); // leak: blocking-call "reads all folders"
});
