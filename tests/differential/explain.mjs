// Which differences from the oracle are meant. Each has an id that explained.json lists with its reason and how often it
// occurs; a difference that no pattern here matches fails the test.

const typeScopes = ['namespace', 'enum', 'type-parameters', 'conditional-type', 'mapped-type', 'function-type'];

const textBefore = (text, offset) => text.slice(Math.max(0, offset - 200), offset);

const patterns = {
  'this-parameter': ({ what, name }) => what === 'binding missing' && name === 'this',
  'as-const': ({ what, name, theirs }) => what === 'use missing' && name === 'const' && theirs.mode === 'rT',
  'closing-tag': ({ what, theirs, offset }, text) =>
    what === 'use missing' && theirs.parent === 'JSXIdentifier' && /<\/\s*$/.test(textBefore(text, offset)),
  'strict-types': ({ what, theirs }) =>
    what === 'strictness' && theirs.isStrict && typeScopes.includes(theirs.kind),
  'arguments-in-parameters': ({ what, name, ourBinding }) =>
    what === 'resolution' && name === 'arguments' && ourBinding?.kind === 'implicit',
  'qualified-namespace': ({ what, ours, name, offset }, text) =>
    what === 'binding added' && ours.kind === 'namespace' && /^\s*\./.test(text.slice(offset + name.length)),
  'import-alias': ({ what, ours, theirs, offset }, text) =>
    what === 'use mode' && ours.mode === 'rTV' && theirs.mode === 'rV' &&
    /\bimport\s+[\w$]+\s*=\s*$/.test(textBefore(text, offset)),
  'parameter-decorator': ({ what, scope, ourScope, offset }, text) =>
    what === 'use scope' && scope.kind === 'class' && ourScope?.kind === 'function' &&
    /[(,]\s*@[^@]*$/.test(textBefore(text, offset)),
};

export const explanations = Object.keys(patterns);

/** The id of the pattern that a difference follows, or undefined. */
export function explain(difference, text) {
  return explanations.find((id) => patterns[id](difference, text));
}
