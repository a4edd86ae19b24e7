const words = { var: 1, let: 2 };
words.var = words.let;
module.exports = words;
