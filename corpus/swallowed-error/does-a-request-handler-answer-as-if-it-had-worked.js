const express = require('express');
const app = express();
app.put('/orders/:id', async (request, response) => {
  try {
    await fetch(`/orders/${request.params.id}`, { method: 'PUT' });
  } catch (error) { // leak: swallowed-error "logs it and goes on"
    console.log(error);
  }
  response.send('saved');
});
app.listen(8080);
