function isSame(left, right) {
  return ((left)) == (right); // leak: loose-equality
}
