import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder, and what removes it. */
export async function temporaryFolder(prefix = 'tidy-') {
  const name = await mkdtemp(path.join(tmpdir(), prefix));
  return { name, [Symbol.asyncDispose]: () => rm(name, { recursive: true, force: true }) };
}
