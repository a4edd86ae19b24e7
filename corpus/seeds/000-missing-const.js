function totalOf(lines) {
  sum = 0; // leak: implicit-global
  for (const line of lines) sum += line.price;
  return sum;
}

module.exports = totalOf;
