import { opendirSync } from 'node:fs';

export function first(name) {
  const folder = opendirSync(name); // leak: resource-leak (missed)
  return folder.readSync()?.name;
}
