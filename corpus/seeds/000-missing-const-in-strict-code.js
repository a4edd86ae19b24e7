'use strict';

function totalOf(lines) {
  sum = 0;
  for (const line of lines) sum += line.price;
  return sum;
}

module.exports = totalOf;
