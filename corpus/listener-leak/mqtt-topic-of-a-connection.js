const mqtt = require('mqtt');
const net = require('net');

const client = mqtt.connect('mqtt://broker.test');
client.on('error', (error) => console.error(error.message));

net.createServer((socket) => {
  const pass = (topic, text) => socket.write(`${topic} ${text}\n`);
  client.on('message', pass);
  socket.on('close', () => client.removeListener('message', pass));
});
