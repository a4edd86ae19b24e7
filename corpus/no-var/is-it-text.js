// var is only prose here
const source = 'var a = 1; var b = 2;';
module.exports = `var ${source}`;
