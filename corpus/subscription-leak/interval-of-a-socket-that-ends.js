const { interval, fromEvent, takeUntil } = require('rxjs');
const net = require('net');

net.createServer((socket) => {
  const counting = interval(1000).subscribe((count) => socket.write(`${count}\n`));
  socket.on('close', () => counting.unsubscribe());
});
net.createServer((socket) => {
  interval(1000)
    .pipe(takeUntil(fromEvent(socket, 'close')))
    .subscribe((count) => socket.write(`${count}\n`));
});
