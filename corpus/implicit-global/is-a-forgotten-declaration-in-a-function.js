function sum(items) {
  total = 0; // leak: implicit-global "total"
  for (let i = 0; i < items.length; i++) total += items[i];
  return total;
}
module.exports = sum;
