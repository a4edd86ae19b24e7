import { opendirSync } from 'node:fs';

export function first(name) {
  const folder = opendirSync(name);
  try {
    return folder.readSync()?.name;
  } finally {
    folder.closeSync();
  }
}
