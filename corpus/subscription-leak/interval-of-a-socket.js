const { interval } = require('rxjs');
const net = require('net');

net.createServer((socket) => {
  interval(1000).subscribe((count) => socket.write(`${count}\n`)); // leak: subscription-leak "for every connection"
});
