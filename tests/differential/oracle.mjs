// What eslint-scope (for JavaScript) and @typescript-eslint/scope-manager (for TypeScript) say of a file, in the terms
// of our own dump: scopes, bindings and uses, with offsets into the text in UTF-16 units.
import { analyze as analyzeJavaScript } from 'eslint-scope';
import { parse as parseJavaScript } from 'espree';
import { KEYS } from 'eslint-visitor-keys';
import { analyze as analyzeTypeScript } from '@typescript-eslint/scope-manager';
import { parse as parseTypeScript } from '@typescript-eslint/typescript-estree';

const kindNames = {
  functionExpressionName: 'function-expression-name',
  tsModule: 'namespace',
  tsEnum: 'enum',
  type: 'type-parameters',
  conditionalType: 'conditional-type',
  mappedType: 'mapped-type',
  functionType: 'function-type',
};

function javascriptScopes(text, moduleKind) {
  const options = { ecmaVersion: 'latest', sourceType: moduleKind };
  const tree = parseJavaScript(text, { ...options, range: true, comment: true, ecmaFeatures: { jsx: true } });
  return analyzeJavaScript(tree, {
    ecmaVersion: 2026,
    sourceType: moduleKind,
    ignoreEval: true,
    jsx: true,
    childVisitorKeys: KEYS,
    fallback: 'iteration',
  });
}

function typescriptScopes(text, moduleKind, hasTags) {
  const tree = parseTypeScript(text, { range: true, comment: true, jsx: hasTags, suppressDeprecatedPropertyWarnings: true });
  return analyzeTypeScript(tree, {
    sourceType: moduleKind === 'module' ? 'module' : 'script',
    globalReturn: moduleKind === 'commonjs',
    lib: [],
    jsxPragma: null,
  });
}

const nameOf = (identifier) => (identifier.type === 'Literal' ? identifier.value : identifier.name);

function modeOf(reference) {
  return (
    (reference.isRead() ? 'r' : '') +
    (reference.isWrite() ? 'w' : '') +
    (reference.init ? 'i' : '') +
    (reference.isTypeReference === true ? 'T' : '') +
    (reference.isValueReference === false ? '' : 'V')
  );
}

/** Every letter that either has, in one order. */
const merged = (one, other) => [...'rwiTV'].filter((letter) => one.includes(letter) || other.includes(letter)).join('');

/** Throws what the parser throws when the text is not valid. */
export function oracleScopes(path, text, moduleKind) {
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  const manager = isTypeScript
    ? typescriptScopes(text, moduleKind, path.endsWith('x'))
    : javascriptScopes(text, moduleKind);
  const comments = new Map(manager.globalScope.block.comments.map(({ range }) => [range[1], range[0]]));
  const scopes = [];
  const bindings = [];
  const uses = new Map();
  const bindingIndex = new Map();
  manager.scopes.forEach((scope, index) => {
    scopes.push({
      kind: kindNames[scope.type] ?? scope.type,
      block: scope.block.type,
      begin: scope.block.range[0],
      end: scope.block.range[1],
      parent: scope.upper ? manager.scopes.indexOf(scope.upper) : null,
      isStrict: scope.isStrict,
    });
    for (const variable of scope.variables) {
      const declarations = variable.defs.map((definition) => definition.name.range[0]).sort((a, b) => a - b);
      bindingIndex.set(variable, bindings.length);
      bindings.push({
        name: variable.name,
        scope: index,
        declarations: [...new Set(declarations)],
        kinds: variable.defs.map((definition) => definition.type),
      });
    }
  });
  manager.scopes.forEach((scope, index) => {
    for (const reference of scope.references) {
      const offset = reference.identifier.range[0];
      const known = uses.get(offset);
      uses.set(offset, {
        name: nameOf(reference.identifier),
        offset,
        scope: index,
        binding: reference.resolved ? bindingIndex.get(reference.resolved) : null,
        mode: merged(modeOf(reference), known?.mode ?? ''),
        parent: reference.identifier.type,
      });
    }
  });
  return { scopes, bindings, uses, comments };
}
