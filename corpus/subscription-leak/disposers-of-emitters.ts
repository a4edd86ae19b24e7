import Emittery from 'emittery';
import { createNanoEvents } from 'nanoevents';
import axios from 'axios';
import { createServer } from 'node:http';

const bus = new Emittery();
const events = createNanoEvents();

axios.interceptors.request.use((config) => config);
createServer((request, response) => {
  bus.on('a', () => response.end()); // leak: subscription-leak "for every request"
  events.on('b', () => response.end()); // leak: subscription-leak
  axios.interceptors.response.use((answer) => answer); // leak: subscription-leak
});
createServer((request, response) => {
  const end = () => response.end();
  bus.on('a', end);
  const off = events.on('b', end);
  const handle = axios.interceptors.response.use((answer) => answer);
  response.on('close', () => {
    bus.off('a', end);
    off();
    axios.interceptors.response.eject(handle);
  });
});
