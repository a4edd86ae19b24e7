let settings = {};
try {
  settings = require('./settings.json');
} catch (error) {}
module.exports = settings;
