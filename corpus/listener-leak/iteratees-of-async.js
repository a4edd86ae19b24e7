const async = require('async');
const eachLimit = require('async/eachLimit');
const express = require('express');
const bus = new (require('events'))();

const mails = async.queue((mail, done) => {
  bus.on('stop', done); // leak: listener-leak "for every job"
}, 2);

express().get('/', (req, res) => {
  mails.push(req.body);
  async.mapLimit(req.body.ids, 5, (id, next) => {
    bus.on('stop', next); // leak: listener-leak "for every request"
  });
  eachLimit(req.body.ids, 5, (id, next) => {
    bus.on('end', next); // leak: listener-leak
  });
  async.each(req.body.ids, (id, next) => {
    bus.on('pause', next);
    bus.off('pause', next);
  });
});
