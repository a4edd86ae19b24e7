// Each entry is deleted when its question is answered, however that ends.
const express = require('express');
const api = express();
const running = new Map();

function personOf(id) {
  const earlier = running.get(id)?.deref();
  if (earlier) return earlier;
  const question = fetch(`http://people/${id}`);
  running.set(id, new WeakRef(question));
  question.finally(() => running.delete(id));
  return question;
}

api.get('/people/:id', async (req, res) => {
  const answer = await personOf(req.params.id);
  res.json(await answer.json());
});
