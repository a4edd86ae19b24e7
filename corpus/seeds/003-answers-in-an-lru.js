const express = require('express');
const { LRUCache } = require('lru-cache');
const api = express();
const profiles = new LRUCache({ max: 500, ttl: 300000 });

api.get('/people/:id', async (req, res) => {
  const id = req.params.id;
  if (!profiles.has(id)) {
    const person = await fetch(`http://people/${id}`);
    profiles.set(id, { person: await person.json(), at: Date.now() });
  }
  res.json(profiles.get(id).person);
});
