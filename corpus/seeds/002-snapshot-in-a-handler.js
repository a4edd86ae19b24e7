const v8 = require('v8');
const express = require('express');

const app = express();
app.post('/internal/snapshot', (req, res) => {
  const path = v8.writeHeapSnapshot('service.heapsnapshot'); // leak: blocking-call "stops the process"
  res.send(path);
});
app.listen(3000);
