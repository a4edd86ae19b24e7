function hasChanged(before, after) {
  return before.etag != after.etag; // leak: loose-equality "!=="
}
