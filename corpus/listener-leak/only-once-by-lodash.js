const _ = require('lodash');
const express = require('express');
const bus = new (require('events'))();

const listen = _.once(() => bus.on('reload', () => console.log('reloaded')));
const save = _.debounce(() => console.log('saved'), 100);

express().get('/', (req, res) => {
  listen();
  save();
  _.forEach(req.query.names, (name) => res.write(name));
  res.end();
});
