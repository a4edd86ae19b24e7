// Packs what npm gets, from a binary that is built:
//
//   node packaging/npm/pack.mjs platform BINARY FOLDER [LIBRARY…]    the package of this platform, @leaklint/<platform>-<arch>
//   node packaging/npm/pack.mjs launcher BINARY FOLDER               the package leaklint
//
// A LIBRARY comes to lie beside the binary. The launcher names the platform packages that lie in FOLDER already, and no others.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '../..');
const onWindows = process.platform === 'win32';
const launcher = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

/** The package of this platform. The binary comes without its symbols, which are a tenth of it. */
function fillPlatform(folder, binary, libraries) {
  const platform = `${process.platform}-${process.arch}`;
  const program = `leaklint${onWindows ? '.exe' : ''}`;
  for (const library of libraries) copyFileSync(library, join(folder, basename(library)));
  const notice = join(dirname(binary), 'NOTICE');
  copyFileSync(binary, join(folder, program));
  if (!onWindows) execFileSync('strip', [join(folder, program)]);
  assert.ok(existsSync(notice), `${notice} has the licences of what the binary holds, and is not there`);
  copyFileSync(notice, join(folder, 'NOTICE'));
  writeFileSync(join(folder, 'README.md'), `The program of leaklint for ${platform}. Install the package leaklint, which brings it along.\n`);
  return {
    name: `@leaklint/${platform}`,
    version: launcher.version,
    description: `The program of leaklint for ${platform}`,
    license: launcher.license,
    os: [process.platform],
    cpu: [process.arch],
    preferUnplugged: true, // Yarn would leave it inside an archive, where it cannot run
  };
}

function fillLauncher(folder, binary) {
  for (const name of readdirSync(here)) if (!['package.json', 'pack.mjs'].includes(name)) copyFileSync(join(here, name), join(folder, name));
  const print = (name, ...line) => writeFileSync(join(folder, name), execFileSync(binary, line));
  print('leaklint.schema.json', 'schema');
  print('models.schema.json', 'schema', 'models');
  print('leaklint.1', 'man');
  const platform = new RegExp(`^leaklint-([a-z0-9]+-[a-z0-9]+)-${launcher.version.replaceAll('.', '\\.')}\\.tgz$`);
  const packages = readdirSync(tarballs).map((name) => platform.exec(name)?.[1]).filter(Boolean).sort();
  assert.ok(packages.length > 0, `pack the platform's package first; none of version ${launcher.version} is in ${tarballs}`);
  return { ...launcher, optionalDependencies: Object.fromEntries(packages.map((name) => [`@leaklint/${name}`, launcher.version])) };
}

const [what, given, target, ...libraries] = process.argv.slice(2);
const fill = { platform: fillPlatform, launcher: fillLauncher }[what];
if (!fill || !target) {
  console.error('usage: node packaging/npm/pack.mjs platform|launcher BINARY FOLDER');
  process.exit(2);
}
const [binary, tarballs] = [resolve(given), resolve(target)];
assert.equal(execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim(), `leaklint ${launcher.version}`, 'binary and package.json have one version');
const folder = mkdtempSync(join(tmpdir(), 'pack-'));
try {
  mkdirSync(tarballs, { recursive: true });
  copyFileSync(join(top, 'LICENSE'), join(folder, 'LICENSE'));
  const description = fill(folder, binary, libraries);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  // npm is a script for the shell on Windows.
  execFileSync('npm', ['pack', '--loglevel=error', '--pack-destination', tarballs], { cwd: folder, stdio: 'inherit', shell: onWindows });
} finally {
  rmSync(folder, { recursive: true });
}
