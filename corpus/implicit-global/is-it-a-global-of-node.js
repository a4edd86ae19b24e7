exports = module.exports = function () {};
module = null;
global = {};
process = {};
