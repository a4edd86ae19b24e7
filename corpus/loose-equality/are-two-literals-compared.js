const isBigEndian = 'BE' == 'LE'; // leak: loose-equality
module.exports = { isBigEndian };
