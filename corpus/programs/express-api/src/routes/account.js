'use strict';

const { Router } = require('express');

const { visitor } = require('../middleware/authenticate');

const router = Router();

router.get('/', (req, res) => {
  const { session } = visitor();
  res.json({ session: session.id, usedAt: session.usedAt });
});

module.exports = router;
