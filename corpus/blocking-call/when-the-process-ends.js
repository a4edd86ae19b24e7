const fs = require('fs');
const server = require('http').createServer((req, res) => res.end('ok'));
const visits = { count: 0 };

process.on('exit', () => fs.writeFileSync('./visits.json', JSON.stringify(visits)));
process.on('SIGTERM', () => {
  fs.rmSync('./server.pid');
  server.close();
});
process.on('uncaughtException', (error) => {
  fs.writeSync(2, String(error.stack));
  process.exit(1);
});
server.on('listening', () => fs.writeFileSync('./server.pid', String(process.pid)));
server.listen(3000);
