function isSame(first, second) {
  return (
    first.identifier.value
    == // leak: loose-equality
    second.identifier.value
  );
}
