import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Packs what npm would get from this build; the paths of both tarballs. */
export function packNpm(folder) {
  const { LEAKLINT_BINARY: binary, LEAKLINT_SOURCE_DIRECTORY: source } = process.env;
  const pack = (what) => join(folder, execFileSync(process.execPath, [join(source, 'packaging/npm/pack.mjs'), what, binary, folder], { encoding: 'utf8' }).trim());
  return { platform: pack('platform'), launcher: pack('launcher') };
}
