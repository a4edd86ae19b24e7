function agree(a, b, expected) {
  return (a === b) == expected; // leak: loose-equality
}
