const fs = require('fs');
const HOUR = 60 * 60 * 1000;

setInterval(() => {
  console.log(fs.readFileSync('./notice.txt', 'utf8'));
}, 1000 * 60 * 60 * 24);
setInterval(() => {
  console.log(fs.statSync('./notice.txt').size);
}, 2 * HOUR);
setInterval(() => {
  console.log(fs.statSync('./notice.txt').size); // leak: blocking-call
}, 60 * 1000);
