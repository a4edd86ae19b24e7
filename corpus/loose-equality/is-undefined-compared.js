function isMissing(options) {
  return options.timeout == undefined; // leak: loose-equality "null"
}
