'use strict';

const { Router } = require('express');

const prices = require('../services/prices');

const router = Router();

router.get('/rates/:currency', async (req, res) => {
  res.json(await prices.rateOf(req.params.currency));
});

router.get('/:product', async (req, res) => {
  const quantity = Number(req.query.quantity ?? 1);
  res.json(await prices.quoteFor(req.params.product, quantity));
});

module.exports = router;
