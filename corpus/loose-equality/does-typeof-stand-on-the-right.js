function isCallback(value) {
  return 'function' == typeof value; // leak: loose-equality "strings"
}
