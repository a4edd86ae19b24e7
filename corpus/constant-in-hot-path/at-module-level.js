const app = require('express')();

const COLOURS = Object.freeze({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 });
app.get('/', (req, res) => res.send(String(COLOURS[req.query.name])));
