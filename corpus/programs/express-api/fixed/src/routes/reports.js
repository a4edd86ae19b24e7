'use strict';

const fs = require('fs');
const { pipeline } = require('stream/promises');
const { Router } = require('express');

const { bus } = require('../services/event-bus');
const reports = require('../services/reports');

const router = Router();

router.get('/:name/header', async (req, res) => {
  const header = await reports.readHeader(req.params.name);
  res.json({ header, isReady: header !== null });
});

router.get('/:name/lines', async (req, res) => {
  res.json({ lines: await reports.countLines(req.params.name) });
});

router.get('/:name/file', async (req, res) => {
  await pipeline(fs.createReadStream(reports.reportFile(req.params.name)), res);
});

/** Sends a dot a second until the report is there. */
router.post('/:name', (req, res) => {
  const dots = setInterval(() => res.write('.'), 1000);
  const name = `report:${req.params.name}`;
  const finish = () => res.end('done\n');
  bus.once(name, finish);
  res.on('close', () => {
    clearInterval(dots);
    bus.off(name, finish);
  });
});

module.exports = router;
