const fs = require('fs');

const timer = setInterval(() => {
  if (!fs.existsSync('./ready')) return;
  clearInterval(timer);
  fs.unlinkSync('./ready');
}, 100);
