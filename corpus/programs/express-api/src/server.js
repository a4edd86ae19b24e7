'use strict';

const http = require('http');

const config = require('./config');
const { createApp } = require('./app');
const { bus } = require('./services/event-bus');
const { logger } = require('./lib/logger');
const { runOnShutdown } = require('./lib/shutdown');
const sessions = require('./services/sessions');

const server = http.createServer(createApp());

sessions.startSweeping();
bus.on('order:created', (order) => logger.info('order created', { id: order.id }));
bus.on('order:paid', (order) => logger.info('order paid', { id: order.id }));

runOnShutdown('http server', () => new Promise((resolve) => server.close(resolve)));
runOnShutdown('sessions', () => sessions.stopSweeping());

process.on('unhandledRejection', (reason) => logger.error('unhandled rejection', { reason: String(reason) }));

server.listen(config.port, () => logger.info('listening', { port: config.port }));

module.exports = { server };
