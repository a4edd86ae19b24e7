const server = require('our-server');

const app = server();
app.get('/', (asked, answer) => {
  process.on('exit', () => console.log(asked.url)); // leak: listener-leak "for every request"
  answer.end();
});
