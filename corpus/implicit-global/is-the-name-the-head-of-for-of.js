function firstBig(items) {
  for (item of items) { // leak: implicit-global "item"
    if (item.size > 100) return item;
  }
}
module.exports = firstBig;
