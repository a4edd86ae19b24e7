// Bundles the extension into dist/, beside the schema of leaklint.json, which the binary prints.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  external: ['vscode'],
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
});
const binary = process.env.LEAKLINT_BINARY ?? 'leaklint';
writeFileSync('leaklint.schema.json', execFileSync(binary, ['schema']));
