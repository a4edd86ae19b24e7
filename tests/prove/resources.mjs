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

/** The packages that an installed one has its work done by, its drivers among them; none for one that is not installed. */
function dependenciesOf(name, packagesFolder) {
  const file = path.join(packagesFolder, name, 'package.json');
  if (!fs.existsSync(file)) return [];
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.keys({ ...dependencies, ...peerDependencies, ...peerDependenciesMeta });
}

/** By words such as 'a PostgreSQL client': the packages whose models open such a resource, and what these depend on. */
export function readResources(modelsFolder, packagesFolder) {
  const packages = new Map();
  for (const name of fs.readdirSync(modelsFolder).filter((file) => file.endsWith('.json'))) {
    const model = JSON.parse(fs.readFileSync(path.join(modelsFolder, name), 'utf8'));
    const own = Object.keys(model.modules ?? {}).flatMap((names) => names.split('|')).map(packageOf);
    const used = own.flatMap((one) => [one, ...dependenciesOf(one, packagesFolder)]);
    visitObjects(model, ({ kind, resource }) => {
      if (kind === 'acquire' && resource) packages.set(resource, new Set([...(packages.get(resource) ?? []), ...used]));
    });
  }
  return packages;
}
