'use strict';

const { randomUUID } = require('crypto');

const { bus } = require('./event-bus');
const { TtlCache } = require('../lib/ttl-cache');
const { missing } = require('../lib/http-error');

const recent = new TtlCache({ max: 1000, seconds: 600 });
const beingPaid = new Map();

async function create({ product, quantity, note }) {
  const order = { id: randomUUID(), product, quantity, note, state: 'open' };
  recent.set(order.id, order);
  bus.emit('order:created', order);
  return order;
}

function find(id) {
  const order = recent.get(id);
  if (!order) throw missing('order');
  return order;
}

async function charge(order) {
  await new Promise((resolve) => setTimeout(resolve, 2));
  order.state = 'paid';
  bus.emit('order:paid', order);
  return order;
}

/** Two clicks on "pay" charge once. */
function pay(order) {
  const running = beingPaid.get(order.id);
  if (running) return running;
  const payment = charge(order).finally(() => beingPaid.delete(order.id));
  beingPaid.set(order.id, payment);
  return payment;
}

/** Resolves when an order is paid, or after `milliseconds`. */
function waitUntilPaid(id, milliseconds) {
  return new Promise((resolve) => {
    const done = (isPaid) => {
      clearTimeout(timer);
      bus.off('order:paid', listener);
      resolve(isPaid);
    };
    const listener = (order) => {
      if (order.id === id) done(true);
    };
    const timer = setTimeout(done, milliseconds, false);
    bus.on('order:paid', listener);
  });
}

module.exports = { create, find, pay, waitUntilPaid };
