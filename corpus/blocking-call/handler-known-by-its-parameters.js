const fs = require('fs');

module.exports = function avatar(req, res) {
  res.end(fs.readFileSync(`./avatars/${req.params.id}.png`)); // leak: blocking-call
};
