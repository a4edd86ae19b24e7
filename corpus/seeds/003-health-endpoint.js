const express = require('express');
const api = express();

api.get('/health', (req, res) => {
  const { heapTotal, heapUsed, rss } = process.memoryUsage();
  const inMegabytes = (bytes) => Math.round(bytes / 1024 / 1024);
  res.json({ up: process.uptime(), memory: { heap: inMegabytes(heapTotal), used: inMegabytes(heapUsed), all: inMegabytes(rss) } });
});
