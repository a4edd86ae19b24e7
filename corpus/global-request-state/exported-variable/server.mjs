import { createServer } from 'node:http';
import { state } from './state.mjs';

createServer((request, response) => {
  state.request = request; // leak: global-request-state "`state.request`"
  response.end();
});
