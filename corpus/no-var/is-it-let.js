let count = 0;
count += 1;
module.exports = count;
