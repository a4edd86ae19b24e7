function isSame(left, right) {
  return left === right && left.name !== right.old;
}
