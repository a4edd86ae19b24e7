const _ = require('lodash');
const once = require('lodash/once');
const express = require('express');

const profileOf = _.memoize((id) => fetch(id));
const settings = _.memoize(() => ({ a: 1 }));
const byKind = _.memoize((a) => a.kind, (a) => a.kind);
const open = once(() => fetch('/'));

express().get('/:id', async (req, res) => {
  const profile = await profileOf(req.params.id); // leak: unbounded-cache "for every request"
  res.json([profile, settings(), byKind(req), open()]);
});
