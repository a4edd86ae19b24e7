// Compares what the oracle says of a file with what we say of it. A difference is
// { what, ours, theirs, line, name, kind, … }: enough for explain.mjs to tell patterns apart.

/** The place of every byte offset of `text`'s UTF-8 in UTF-16 units; the identity for ASCII. */
function unitsOfBytes(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return (offset) => offset;
  const units = [];
  let unit = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    for (let byte = 0; byte < bytes; ++byte) units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return (offset) => units[offset];
}

/** Our dump in the oracle's terms. */
export function ourScopes(dump, text) {
  const units = unitsOfBytes(text);
  const letters = { read: 'rV', write: 'wV', init: 'i', type: 'rT', typeof: 'rV' };
  const modeOf = (modes) => {
    const joined = modes.map((mode) => letters[mode]).join('');
    return [...'rwiTV'].filter((letter) => joined.includes(letter)).join('');
  };
  const uses = new Map();
  for (const [name, offset, scope, binding, modes] of dump.uses)
    uses.set(units(offset), { name, offset: units(offset), scope, binding, mode: modeOf(modes), modes });
  return {
    scopes: dump.scopes.map(([kind, begin, end, parent, isStrict]) => ({
      kind, begin: units(begin), end: units(end), parent, isStrict,
    })),
    bindings: dump.bindings.map(([name, scope, kind, declarations, flags]) => ({
      name, scope, kind, declarations: declarations.map(units), flags,
    })),
    uses,
  };
}

/** Where a scope ends, brackets, separators and comments behind it left out: trees differ in whom these belong to. */
function significantEnd(text, comments, end) {
  for (;;) {
    while (end > 0 && /[\s;,)]/.test(text[end - 1])) --end;
    if (!comments.has(end)) return end;
    end = comments.get(end);
  }
}

function scopesByPlace(scopes, text, comments) {
  const places = new Map();
  const order = scopes.map((_, index) => index).sort((a, b) => scopes[a].begin - scopes[b].begin || a - b);
  for (const index of order) {
    const scope = scopes[index];
    const isFile = scope.kind === 'global' || scope.kind === 'module' || scope.block === 'Program';
    const kind = scope.block === 'Program' && scope.kind === 'function' ? 'module' : scope.kind;
    const place = isFile ? kind : `${kind} ${significantEnd(text, comments, scope.end)}`;
    if (!places.has(place)) places.set(place, []);
    places.get(place).push(index);
  }
  return places;
}

/** Pairs of scopes of the same kind and end, outermost first: index of theirs -> index of ours. */
function pairScopes(ours, theirs, text, report) {
  const ourPlaces = scopesByPlace(ours.scopes, text, theirs.comments);
  const theirPlaces = scopesByPlace(theirs.scopes, text, theirs.comments);
  const pairs = new Map();
  for (const [place, indexes] of theirPlaces) {
    const own = ourPlaces.get(place) ?? [];
    indexes.forEach((index, nth) => {
      if (own[nth] !== undefined) pairs.set(index, own[nth]);
      else report({ what: 'scope missing', offset: theirs.scopes[index].begin, theirs: theirs.scopes[index] });
    });
    for (const index of own.slice(indexes.length))
      report({ what: 'scope added', offset: ours.scopes[index].begin, ours: ours.scopes[index] });
    ourPlaces.delete(place);
  }
  for (const indexes of ourPlaces.values())
    for (const index of indexes)
      report({ what: 'scope added', offset: ours.scopes[index].begin, ours: ours.scopes[index] });
  return pairs;
}

function compareScopes(ours, theirs, pairs, report) {
  for (const [index, own] of pairs) {
    const mine = ours.scopes[own];
    const their = theirs.scopes[index];
    const at = { offset: their.begin, ours: mine, theirs: their };
    if (their.parent !== null && pairs.get(their.parent) !== mine.parent) report({ what: 'scope parent', ...at });
    if (their.isStrict !== mine.isStrict) report({ what: 'strictness', ...at });
  }
}

/** Index of their binding -> index of ours, by scope and name. */
function compareBindings(ours, theirs, pairs, report) {
  const known = new Map(ours.bindings.map((binding, index) => [`${binding.scope} ${binding.name}`, index]));
  const bindingPairs = new Map();
  const seen = new Set();
  theirs.bindings.forEach((their, index) => {
    const scope = pairs.get(their.scope);
    const own = known.get(`${scope} ${their.name}`);
    if (own !== undefined) {
      bindingPairs.set(index, own);
      seen.add(own);
    }
    if (their.declarations.length === 0) return; // `arguments`, and names of the environment
    const at = { offset: their.declarations[0], name: their.name, theirs: their, scope: theirs.scopes[their.scope] };
    if (own === undefined) return report({ what: 'binding missing', ...at });
    const mine = ours.bindings[own];
    if (mine.declarations.join() !== their.declarations.join())
      report({ what: 'declarations', ...at, ours: mine });
  });
  ours.bindings.forEach((mine, index) => {
    if (!seen.has(index))
      report({ what: 'binding added', offset: mine.declarations[0], name: mine.name, ours: mine, scope: ours.scopes[mine.scope] });
  });
  return bindingPairs;
}

function compareUses(ours, theirs, pairs, bindingPairs, report) {
  for (const [offset, their] of theirs.uses) {
    const mine = ours.uses.get(offset);
    const at = { offset, name: their.name, theirs: their, ours: mine };
    if (their.binding !== null) at.theirBinding = theirs.bindings[their.binding];
    if (mine && mine.binding !== null) at.ourBinding = ours.bindings[mine.binding];
    if (!mine) {
      report({ what: 'use missing', ...at });
      continue;
    }
    if (mine.name !== their.name) report({ what: 'use name', ...at });
    if (mine.mode !== their.mode) report({ what: 'use mode', ...at });
    if (pairs.get(their.scope) !== mine.scope)
      report({ what: 'use scope', ...at, scope: theirs.scopes[their.scope], ourScope: ours.scopes[mine.scope] });
    const expected = their.binding === null ? null : bindingPairs.get(their.binding) ?? 'unpaired';
    if (expected !== mine.binding) report({ what: 'resolution', ...at });
  }
  for (const [offset, mine] of ours.uses)
    if (!theirs.uses.has(offset)) report({ what: 'use added', offset, name: mine.name, ours: mine });
}

/** Calls `report` for every difference, and returns how much was compared. */
export function compare(ours, theirs, text, report) {
  const pairs = pairScopes(ours, theirs, text, report);
  compareScopes(ours, theirs, pairs, report);
  const bindingPairs = compareBindings(ours, theirs, pairs, report);
  compareUses(ours, theirs, pairs, bindingPairs, report);
  return { scopes: theirs.scopes.length, bindings: theirs.bindings.filter((b) => b.declarations.length).length, uses: theirs.uses.size };
}
