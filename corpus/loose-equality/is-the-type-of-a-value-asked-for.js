function isText(value) {
  return typeof value == 'string'; // leak: loose-equality "strings"
}
