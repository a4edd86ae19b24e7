const isSame = (left) => (right) => left === right;
const isAtLeast = (left) => (right) => left >= right;
module.exports = { isSame, isAtLeast };
