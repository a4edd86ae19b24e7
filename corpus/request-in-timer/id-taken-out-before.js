function logLater(req, text) {
  const id = req.id;
  setTimeout(() => console.log(id, text), 10000);
}

module.exports = logLater;
