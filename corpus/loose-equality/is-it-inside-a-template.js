function describe(left, right) {
  return `equal: ${left == right}`; // leak: loose-equality
}
