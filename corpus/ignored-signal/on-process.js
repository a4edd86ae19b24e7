const net = require('net');

net.createServer((socket) => {
  const closing = new AbortController();
  process.on('SIGTERM', () => socket.destroy(), { signal: closing.signal }); // leak: ignored-signal "`process` ignores { signal }"
  socket.on('close', () => closing.abort());
});
