const mqtt = require('mqtt');
const express = require('express');

const client = mqtt.connect('mqtt://broker.test');
client.on('connect', () => client.subscribe('state'));
client.on('message', () => {
  client.on('offline', () => {}); // leak: listener-leak "for every message"
});

express().get('/state', (req, res) => {
  client.on('message', (topic, payload) => res.end(payload)); // leak: listener-leak "for every request"
  const show = (topic, payload) => res.write(payload);
  client.on('message', show);
  res.on('close', () => client.removeListener('message', show));
});
