const express = require('express');

const PICTURES = Object.freeze({
  cup: { thumbnail: '/small/cup.png', full: '/large/cup.png' },
  hat: { thumbnail: '/small/hat.png', full: '/large/hat.png' },
  pen: { thumbnail: '/small/pen.png', full: '/large/pen.png' },
  bag: { thumbnail: '/small/bag.png', full: '/large/bag.png' },
});
const NO_PICTURE = Object.freeze({ thumbnail: '', full: '' });

const getPictures = (product) => PICTURES[product] || NO_PICTURE;

const app = express();
app.get('/products/:name', (req, res) => {
  res.json(getPictures(req.params.name));
});
app.listen(3000);
