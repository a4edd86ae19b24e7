'use strict';

const { Router } = require('express');

const { badRequest } = require('../lib/http-error');
const orders = require('../services/orders');
const { remind } = require('../services/reminders');

const router = Router();

router.post('/', async (req, res) => {
  const { product, quantity = 1, note = '' } = req.body ?? {};
  if (typeof product !== 'string') throw badRequest('which product?');
  res.status(201).json(await orders.create({ product, quantity, note }));
});

router.get('/:id', (req, res) => {
  res.json(orders.find(req.params.id));
});

router.post('/:id/payment', async (req, res) => {
  res.json(await orders.pay(orders.find(req.params.id)));
});

router.get('/:id/payment', async (req, res) => {
  const isPaid = await orders.waitUntilPaid(req.params.id, 40);
  res.json({ isPaid });
});

router.post('/:id/reminder', (req, res) => {
  remind({ id: req.params.id, state: 'open' }, req);
  res.sendStatus(202);
});

module.exports = router;
