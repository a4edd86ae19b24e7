function start(options) {
  if (options.verbose == true) console.log('starting'); // leak: loose-equality
}
