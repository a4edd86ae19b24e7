// A server fails to listen a few times at most.
const net = require('net');

async function listen(addresses) {
  const errors = [];
  for (const { host, port } of addresses) {
    const server = net.createServer(() => {});
    server.on('error', (error) => {
      errors.push(error);
      console.error(error.message);
    });
    server.listen(port, host);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (errors.length > 0) process.exitCode = 1;
}

listen([{ host: '::', port: 25 }, { host: '127.0.0.1', port: 25 }]);
