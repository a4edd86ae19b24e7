#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';

function convert(path) {
  const rows = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path.replace('.json', '.csv'), rows.map((row) => row.join(',')).join('\n'));
}

for (const path of process.argv.slice(2)) convert(path);
