function isMissing(options) {
  return void 0 != options.timeout; // leak: loose-equality "null"
}
