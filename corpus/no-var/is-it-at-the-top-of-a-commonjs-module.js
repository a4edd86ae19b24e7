var fs = require('node:fs'); // leak: no-var "`const`"
module.exports = (name) => fs.readFileSync(name);
