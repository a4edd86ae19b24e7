const v8 = require('v8');
const app = require('express')();

app.get('/debug/heap', (req, res) => {
  res.send(v8.writeHeapSnapshot()); // leak: blocking-call "stops the process"
});
