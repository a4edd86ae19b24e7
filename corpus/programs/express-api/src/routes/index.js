'use strict';

const { Router } = require('express');

const { authenticate } = require('../middleware/authenticate');
const account = require('./account');
const events = require('./events');
const orders = require('./orders');
const prices = require('./prices');
const reports = require('./reports');

const router = Router();

router.get('/health', (req, res) => res.json({ up: Math.round(process.uptime()) }));
router.use('/orders', orders);
router.use('/prices', prices);
router.use('/events', events);
router.use('/reports', reports);
router.use('/account', authenticate, account);

module.exports = router;
