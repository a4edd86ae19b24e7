const Promise = require('bluebird');
const express = require('express');
const bus = new (require('events'))();

express().get('/', (req, res) => {
  Promise.map(req.body.ids, (id) => {
    bus.on('stop', () => res.end(id)); // leak: listener-leak "for every request"
  });
  Promise.each(req.body.ids, (id) => {
    const stop = () => res.end(id);
    bus.on('stop', stop);
    bus.off('stop', stop);
  });
});
