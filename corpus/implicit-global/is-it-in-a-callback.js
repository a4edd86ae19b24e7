const fs = require('node:fs');
fs.readFile('config.json', (error, text) => {
  config = JSON.parse(text); // leak: implicit-global "config"
});
