'use strict';

const { Router } = require('express');

const { runOnShutdown } = require('../lib/shutdown');
const { follow } = require('../services/event-bus');

const router = Router();
const orderEvents = ['order:created', 'order:paid'];

function openStream(res) {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  res.write('retry: 2000\n\n');
  return (event) => res.write(`data: ${JSON.stringify(event)}\n\n`);
}

/** All orders, as they come. */
router.get('/orders', (req, res) => {
  const send = openStream(res);
  const stop = follow(orderEvents, send);
  req.on('close', stop);
});

/** Payments only, for the till. */
router.get('/payments', (req, res) => {
  const send = openStream(res);
  follow(['order:paid'], (order) => send({ id: order.id, paid: true })); // leak: listener-leak
});

/** Tells the kitchen's screen to say good night. */
router.get('/kitchen', (req, res) => {
  const send = openStream(res);
  runOnShutdown('kitchen', () => send({ closing: true })); // leak: listener-leak
});

/** Says every second that it is still there. */
router.get('/heartbeat', (req, res) => {
  const send = openStream(res);
  const beat = setInterval(() => send({ alive: true }), 1000);
  res.on('close', () => clearInterval(beat));
});

module.exports = router;
