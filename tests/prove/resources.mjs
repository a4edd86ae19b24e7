// Which packages leaklint's words for a resource are about, as its models say.

import fs from 'node:fs';
import path from 'node:path';

/** Calls visit(object) for each object inside of a value. */
function visitObjects(value, visit) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const member of Object.values(value)) visitObjects(member, visit);
}

/** 'pg' of 'pg/lib/client', '@redis/client' of '@redis/client/dist/lib'. */
const packageOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** By words such as 'a PostgreSQL client': the packages whose models open such a resource. */
export function readResources(modelsFolder) {
  const packages = new Map();
  for (const name of fs.readdirSync(modelsFolder).filter((file) => file.endsWith('.json'))) {
    const model = JSON.parse(fs.readFileSync(path.join(modelsFolder, name), 'utf8'));
    const own = Object.keys(model.modules ?? {}).flatMap((names) => names.split('|')).map(packageOf);
    visitObjects(model, ({ kind, resource }) => {
      if (kind === 'acquire' && resource) packages.set(resource, new Set([...(packages.get(resource) ?? []), ...own]));
    });
  }
  return packages;
}
