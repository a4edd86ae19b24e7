// Microsoft's SARIF Multitool, called directly: its launcher splits arguments at semicolons.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = () => dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));

/** Its packages hold 64-bit Intel programs only. */
export const hasMultitool = process.arch === 'x64';

/** The SARIF 2.1.0 schema, which comes with it. */
export const schema = () => JSON.parse(readFileSync(join(folder(), 'sarif-2.1.0.json'), 'utf8').replace(/^\uFEFF/, ''));

function run(...args) {
  const program = join(folder(), process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  chmodSync(program, 0o755); // what its install script would do
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const result = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  return result.stdout + result.stderr;
}

/** What the validator has against a file: [{ level, rule, text }]. */
export function validate(file) {
  const output = run('validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning');
  if (!output.includes('Done. 1 files scanned.')) throw new Error(`${file} was not validated:\n${output}`);
  return output.split('\n').flatMap((text) => {
    const found = /: (error|warning) (\w+): /.exec(text);
    return found ? [{ level: found[1], rule: found[2], text }] : [];
  });
}

/** Copies a file with the line hashes that Microsoft's own implementation computes, where it has none. */
export function addLineHashes(file, output) {
  run('rewrite', file, '--output', output, '--insert', 'RollingHashPartialFingerprints', '--log', 'ForceOverwrite');
}
