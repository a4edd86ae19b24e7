const cache = new Map();

export function parse(text) {
  if (cache.has(text)) return cache.get(text);
  const tree = text.split(' ');
  cache.set(text, tree); // leak: unbounded-cache "for every call of `parse`"
  return tree;
}
