function isPresent(value) {
  return null != value;
}
