export function describe(method) {
  const texts = { GET: 'reads', PUT: 'writes', POST: 'adds', PATCH: 'changes', DELETE: 'removes', HEAD: 'asks', TRACE: 'echoes', OPTIONS: 'lists' }; // leak: constant-in-hot-path
  return Object.hasOwn(texts, method) ? texts[method] : 'does what it likes';
}
