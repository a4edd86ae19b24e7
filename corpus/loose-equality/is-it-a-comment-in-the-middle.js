const isSame = (left, right) => left /* == */ === /* != */ right;
module.exports = isSame;
