// Runs the part of the corpus that needs no library for real; ./dev prove runs all of it.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const { status, stdout, stderr } = spawnSync(
  process.execPath, [path.join(root, 'tests/prove/prove.mjs'), '--fast'],
  { encoding: 'utf8', env: { ...process.env, LEAKLINT_PROVE_FOLDER: path.join(process.env.LEAKLINT_BUILD_DIRECTORY, 'prove') } });
process.stdout.write(stdout + stderr);
process.exit(status);
