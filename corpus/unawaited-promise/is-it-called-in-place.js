function start(server) {
  (async () => { // leak: unawaited-promise
    await server.listen(8080);
  })();
}
module.exports = start;
