const fs = require('fs/promises');
const app = require('express')();

app.get('/health', async (req, res) => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) { // leak: constant-in-hot-path
    await fs.access(`/data/${name}`);
  }
  res.sendStatus(204);
});
