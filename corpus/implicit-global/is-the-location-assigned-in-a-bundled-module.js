const target = require('./target');
exports.go = function () {
  location = target.url;
  onmessage = target.receive;
};
