const { createStore } = require('redux');
const { createStore: createSmallStore } = require('zustand/vanilla');
const net = require('net');

const orders = createStore((state = []) => state);
const settings = createSmallStore(() => ({ language: 'de' }));

orders.subscribe(() => console.log(orders.getState().length));

net.createServer((socket) => {
  const leave = [
    orders.subscribe(() => socket.write('orders\n')),
    settings.subscribe((state) => socket.write(state.language)),
  ];
  socket.on('close', () => leave.forEach((step) => step()));
});
