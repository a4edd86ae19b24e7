import fs from 'node:fs';
total = fs.existsSync('.');
