import WebSocket from 'ws';
import { io } from 'socket.io-client';
import SockJS from 'sockjs-client';
import { createServer } from 'node:http';

createServer((request, response) => {
  const socket = new WebSocket('ws://upstream.test'); // leak: resource-leak "a web socket"
  socket.on('message', (data) => response.write(data));
});
createServer((request, response) => {
  const socket = io('http://upstream.test'); // leak: resource-leak "a socket.io connection"
  socket.on('news', (data) => response.write(data));
});
createServer((request, response) => {
  const socket = new SockJS('http://upstream.test'); // leak: resource-leak "a SockJS connection"
  socket.onmessage = (message) => response.write(message.data);
});
createServer((request, response) => {
  const socket = new WebSocket('ws://upstream.test');
  socket.on('message', (data) => response.write(data));
  const other = io('http://upstream.test');
  const third = new SockJS('http://upstream.test');
  response.on('close', () => {
    socket.terminate();
    other.disconnect();
    third.close();
  });
});
