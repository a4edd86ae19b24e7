import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';

import { WebSocketServer } from 'ws';

import { countRooms } from './chat/rooms.js';
import { followSettings } from './chat/settings.js';
import { port, transcriptFolder } from './config.js';
import { welcome } from './connections.js';
import { log } from './lib/log.js';
import { announce } from './net/broker.js';
import { watchAll } from './net/heartbeat.js';

mkdirSync(transcriptFolder, { recursive: true });

const http = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ rooms: countRooms(), sockets: server.clients.size }));
});
const server = new WebSocketServer({ server: http, maxPayload: 64 * 1024 });

followSettings();
watchAll(server);
server.on('connection', welcome);
server.on('error', (error) => log.error('server failed', { message: error.message }));

process.once('SIGTERM', () => {
  announce('the server is going down');
  server.close();
  http.close();
});

http.listen(port, () => log.info('listening', { port }));
