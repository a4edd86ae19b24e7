const _ = require('lodash');
const once = require('lodash/once');
const express = require('express');

const profileOf = _.memoize((id) => fetch(id));
const priceOf = _.memoize((id) => fetch(id));
const settings = _.memoize(() => ({ a: 1 }));
const byKind = _.memoize((a) => a.kind, (a) => a.kind);
const open = once(() => fetch('/'));

express().get('/:id', async (req, res) => {
  const profile = await profileOf(req.params.id); // leak: unbounded-cache "for every request"
  const price = await priceOf(req.params.id);
  res.json([profile, price, settings(), byKind(req), open()]);
});
setInterval(() => priceOf.cache.clear(), 60000);
