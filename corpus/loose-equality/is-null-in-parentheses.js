function isMissing(value) {
  return (value) == (null);
}
