const { execFileSync } = require('child_process');
const fs = require('fs');
const esbuild = require('esbuild');

fs.rmSync('dist', { recursive: true, force: true });
esbuild.buildSync({ entryPoints: ['src/main.js'], outdir: 'dist' });
execFileSync('tar', ['czf', 'dist.tgz', 'dist']);
