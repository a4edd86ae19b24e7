const express = require('express');

function colourOf(status) {
  const colours = { // leak: constant-in-hot-path "`colours`, a table of 8 entries"
    open: 'green',
    held: 'amber', // until somebody decides
    paid: 'blue',
    sent: 'teal',
    late: 'red',
    lost: 'black',
    back: 'grey',
    done: 'white',
  };

  return colours[status] || 'none';
}

const app = express();
app.get('/orders/:status', (req, res) => {
  res.send(colourOf(req.params.status)); // because: constant-in-hot-path
});
