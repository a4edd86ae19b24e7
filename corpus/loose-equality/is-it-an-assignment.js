let total = 0;
total += 1;
total = total || 1;
module.exports = (value) => (total = value);
