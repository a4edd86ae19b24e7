const v8 = require('v8');
const express = require('express');

const api = express();
api.get('/debug/heap', (req, res) => {
  const file = `service-${Date.now()}.heapsnapshot`;
  const written = v8.writeHeapSnapshot(file); // leak: blocking-call "stops the process"
  res.json({ written });
});
