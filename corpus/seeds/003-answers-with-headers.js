// One entry for each user that was ever asked for, and the headers of the request that asked first.
const express = require('express');
const api = express();
const profiles = {};

api.get('/people/:id', async (req, res) => {
  const id = req.params.id;
  if (!profiles[id]) {
    const person = await fetch(`http://people/${id}`);
    profiles[id] = { // leak: unbounded-cache "`profiles` grows"
      person: await person.json(),
      at: Date.now(),
      headers: req.headers, // because: unbounded-cache
    };
  }
  res.json(profiles[id].person);
});
