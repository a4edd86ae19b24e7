function logLater(req, text) {
  setTimeout(() => console.log(req.id, text), 10000); // leak: request-in-timer "keeps `req` alive"
}

module.exports = logLater;
