import fs from 'node:fs';
var root = process.cwd(); // leak: no-var "`const`"
fs.readdirSync(root);
