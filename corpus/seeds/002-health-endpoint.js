const express = require('express');
const api = express();

api.get('/debug/memory', (req, res) => {
  const { heapUsed, rss } = process.memoryUsage();
  res.json({ heapUsed: `${Math.round(heapUsed / 2 ** 20)} MB`, rss: `${Math.round(rss / 2 ** 20)} MB` });
});
