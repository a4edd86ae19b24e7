function noteLater(req, text) {
  setTimeout(() => { // leak: request-in-timer "`req`"
    console.log(`${req.id}: ${text}`);
  }, 10000);
}

module.exports = noteLater;
