import { createSocket } from 'node:dgram';
import * as fs from 'node:fs';

const socket = createSocket('udp4');
socket.on('message', (message) => {
  if (fs.existsSync(`./known/${message.toString('hex')}`)) socket.send('yes', 1, 'localhost'); // leak: blocking-call "for every message"
});
socket.bind(4000);
