function isEven(count) {
  return count % 2 == 0; // leak: loose-equality "numbers"
}
