const { textsOf } = require('./texts');

exports.greet = (language) => textsOf(language).hello; // because: blocking-call
