const express = require('express');
const app = express();
app.put('/orders/:id', async (request, response, next) => {
  try {
    await fetch(`/orders/${request.params.id}`, { method: 'PUT' });
    response.send('saved');
  } catch (error) {
    next(error);
  }
});
app.get('/orders/:id', async (request, response) => {
  try {
    response.send(await fetch(`/orders/${request.params.id}`));
  } catch (error) {
    console.error(error);
    response.status(502).end();
  }
});
app.listen(8080);
