const _ = require('lodash');
const each = require('lodash/each');
const express = require('express');
const bus = new (require('events'))();

const listen = _.once(() => bus.on('reload', () => {}));
const refresh = _.debounce(() => bus.on('refresh', () => {}), 100); // leak: listener-leak

_.forEach(['a', 'b'], (name) => bus.on(name, () => {}));
express().get('/', (req, res) => {
  listen();
  refresh();
  each(req.body.ids, (id) => {
    bus.on('stop', () => res.end(id)); // leak: listener-leak "for every request"
  });
});
