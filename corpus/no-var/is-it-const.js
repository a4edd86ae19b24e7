const count = 1;
module.exports = count;
