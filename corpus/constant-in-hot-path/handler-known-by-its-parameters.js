module.exports = function languageOf(req, res) {
  const languages = { // leak: constant-in-hot-path
    de: 'Deutsch', en: 'English', es: 'Español', fr: 'Français', it: 'Italiano', nl: 'Nederlands', pl: 'Polski', sv: 'Svenska',
  };
  res.end(languages[req.headers['accept-language']]);
};
