// Whether leaklint's path and V8's are one, in one notation. README.md beside this file has the rules.

/** What leaklint's steps say, one entry each; a step of several names is one entry with all of them. */
export function staticSteps(text) {
  return text.replace(/^global ▸ (?:global\.)?/, '').split(' ▸ ').filter((step) => !step.startsWith('module ')).flatMap((step, index) => {
    const place = /\(([^()\s]+:\d+)\)$/.exec(step);
    if (place) return [{ kind: 'closure', text: `closure (${place[1]})` }];
    if (step.startsWith('_events.')) return [{ kind: 'event', text: step }];
    if (index > 0 && ['listeners', 'subscribers', 'observers'].includes(step) && !text.startsWith('module ')) return [{ kind: 'event', text: '_events.*' }];
    if (/^\[.*\]$/.test(step)) return [{ kind: 'entry', text: '[…]' }];
    return [{ kind: 'name', text: step }];
  });
}

const timerWords = new Set(['timeout', 'interval', 'timer']);

/** One text for a list of steps: properties follow their object with a dot. */
export function textOf(steps) {
  let text = '';
  for (const { kind, text: step } of steps) {
    if (text === '') text = step;
    else text += kind === 'property' ? `.${step}` : ` ▸ ${step}`;
  }
  return text;
}

/** Joins a holder and its fields: `state` ▸ `.user` is `state.user`, as leaklint writes it; `parts` are both, in order. */
function joined(steps) {
  const result = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (step.kind === 'property' && last?.kind === 'name') {
      last.text = last.text === 'global' && step.text !== 'global' ? step.text : `${last.text}.${step.text}`;
      Object.assign(last, { className: step.className, node: step.node });
    } else {
      result.push({ ...step, parts: [] });
    }
    const { text, className, node, parts } = result.at(-1);
    parts.push({ kind: 'name', text, className, node });
  }
  return result;
}

const lastMember = (text) => text.split('.').at(-1);

/** 'Web', 'Socket', 'Server' of 'WebSocketServer'. */
const wordsOf = (className) => className.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? [];

/** Whether a class's name ends with the words of a name: `request.socket` is a `TLSSocket`. */
function isNamedForClass(name, className) {
  const wanted = wordsOf(name).join('').toLowerCase();
  const words = wordsOf(className ?? '');
  return words.some((_, index) => words.slice(index).join('').toLowerCase() === wanted);
}

/** What every page has once, by the names that scripts read it by. */
const ofPage = { self: 'Window', documentElement: 'HTMLHtmlElement', head: 'HTMLHeadElement', body: 'HTMLBodyElement' };

/** Whether what leaklint names is the object that the heap's path leads to, by whatever name it goes there. */
function isSameObject(ours, { node, className }, heapPaths) {
  const name = lastMember(ours.text);
  if (name === 'this') return heapPaths.isOfCase(node);
  if (heapPaths.names.isKnownAs(node, name, name !== ours.text)) return true;
  if (className !== undefined && className.replace(/Impl$/, '') === ofPage[name]) return true;
  return isNamedForClass(name, className);  // a parameter that no closure captures
}

function isSameHolder(ours, theirs, owner, heapPaths) {
  if (ours.text === theirs.text) return true;
  if (theirs.text === 'default') return heapPaths.isTopName(ours.text);  // how an ES module exports it
  return [theirs, owner].some((step) => step && isSameObject(ours, step, heapPaths));
}

/** A library's client, pool or channel is to the heap the handle that its code uses. */
function isSameResource(ours, theirs, heapPaths) {
  if (ours.text === theirs.text) return true;
  const packages = heapPaths.resources.get(ours.text) ?? new Set();
  if (theirs.node === undefined || packages.size === 0) return false;
  return [...heapPaths.names.packagesAround(theirs.node)].some((name) => packages.has(name));
}

function isSameStep(ours, theirs, { next, previous, heapPaths }) {
  if (previous?.text === 'open handles') return isSameResource(ours, theirs, heapPaths);
  if (ours.kind === 'event') return theirs.kind === 'event' && (ours.text === '_events.*' || theirs.text === '_events.*' || ours.text === theirs.text);
  if (timerWords.has(ours.text) || (previous?.text === 'timers' && theirs.kind === 'timer')) return theirs.kind === 'timer' || theirs.kind === 'entry';
  if (ours.text === 'reactions' || theirs.text === 'reactions') return ours.text === theirs.text;
  if (ours.kind === 'closure' || ours.kind === 'entry') return ours.kind === theirs.kind && ours.text === theirs.text;
  return isSameHolder(ours, theirs, next?.owner, heapPaths);
}

/** The stored value has no name in the heap, and what leaked may lie inside of it. */
const isInside = (steps) => steps.every(({ kind }) => kind === 'property' || kind === 'entry');

/** Whether a step is an object of a library, whose fields are its own business. */
const isOfLibrary = ({ node, className }, heapPaths) =>
  (className === 'Object' ? heapPaths.names.hasMethodsOfLibrary(node) : !heapPaths.isOfCase(node));

/** A holder without the fields that come after what leaklint names: inside of what is stored, or of a library's collection. */
function withoutFields(step, ours, isStored, heapPaths) {
  const part = step?.kind === 'name' && step.parts?.find(({ text }) => text === ours.text);
  return part && (isStored || isOfLibrary(part, heapPaths)) ? part : step;
}

/** A library's own table of listeners stands for Node's: the fields from the emitter to the listener are its. */
function withTable(steps, ours, heapPaths) {
  const kept = steps.findIndex(({ kind }) => kind === 'closure' || kind === 'event');
  const isField = ({ kind }, index) => index === 0 || index >= kept || kind === 'property' || kind === 'entry'
    || (kind === 'timer' && ours[0].text === 'timers');
  if (kept <= 0 || !steps.every(isField)) return steps;
  const emitter = steps[0].parts.find((part) => isSameHolder(ours[0], part, null, heapPaths));
  if (!emitter || (emitter !== steps[0].parts.at(-1) && !isOfLibrary(emitter, heapPaths))) return steps;
  const listener = steps[kept].kind === 'event' ? kept + 1 : kept;
  const table = steps[kept].kind === 'event' ? steps[kept] : { kind: 'event', text: '_events.*' };
  return [emitter, table, ...steps.slice(listener)];
}

/** The heap's steps from what leaklint names as the holder: what comes before is how V8 keeps the holder. */
function fromHolder(steps, ours, heapPaths) {
  // Who names a socket means the one that a handle keeps open.
  if (steps[0]?.kind === 'handles' && ours[0].text !== 'open handles') steps = steps.slice(1);
  const variable = steps.findIndex((step) => step.isVariable && step.text.split('.')[0] === ours[0].text.split('.')[0]);
  if (variable > 0 && ours[0].kind === 'name') steps = steps.slice(variable);
  if (ours[1]?.kind === 'event') {
    steps = withTable(steps, ours, heapPaths);
    // The emitter whose table comes last.
    const table = steps.findLastIndex(({ kind }) => kind === 'event');
    if (table > 1) {
      const emitter = ['name', 'property'].includes(steps[table - 1].kind) ? steps[table - 1] : { text: steps[table].owner?.className ?? '', ...steps[table].owner };
      steps = [{ ...emitter, kind: 'name' }, ...steps.slice(table)];
    }
  }
  // An instance that nothing names begins with its field.
  const field = /^this\.([^.]+)$/.exec(ours[0].text)?.[1];
  const owner = field ? steps.findLastIndex((step) => step.kind !== 'event' && lastMember(step.text) === field) : -1;
  return owner > 0 ? steps.slice(owner) : steps;
}

/** What is wrong with the captured names that leaklint ends with; null for nothing. `step` is the heap's next step. */
function captureDifference(names, closure, step, heapPaths) {
  const captures = heapPaths.capturesOf(closure.node);
  const missing = names.filter((name) => !captures.has(name.split('.')[0]));
  if (missing.length > captures.unnamed) return `the closure does not capture ${missing.join(', ')}`;
  return step && !names.includes(step.text.split('.')[0]) ? `the heap's path leaves the closure by ${step.text}` : null;
}

/**
 * How the heap's path differs from leaklint's; null for two that are one. Both must have the same steps; the last one may
 * be a captured variable that holds nothing marked, and then it has to be one of the closure's captures.
 */
export function comparePaths(ours, theirs, heapPaths) {
  const steps = fromHolder(joined(theirs), ours, heapPaths);
  for (let index = 0; index < ours.length; ++index) {
    const isLast = index > 0 && index === ours.length - 1 && ours[index].kind === 'name';
    if (isLast && ours[index - 1].kind === 'closure')
      return captureDifference(ours[index].text.split(', '), steps[index - 1], steps[index], heapPaths);
    if (isLast && ours[0].text !== 'open handles' && isInside(steps.slice(index))) return null;
    const isStored = index === ours.length - 2;
    const step = isStored || ours[index + 1]?.kind === 'entry' ? withoutFields(steps[index], ours[index], isStored, heapPaths) : steps[index];
    if (!step) return `the heap's path ends before ${ours[index].text}`;
    if (!isSameStep(ours[index], step, { next: steps[index + 1], previous: ours[index - 1], heapPaths }))
      return `${ours[index].text} is ${step.text} in the heap`;
  }
  const isTask = ours[0].text === 'timers' && !timerWords.has(ours[1]?.text);
  if (ours[0].text === 'open handles' || isTask) return null;  // what it feeds comes after it
  const rest = steps.slice(ours.length).filter((step) => step.kind !== 'property');
  return rest.length > 0 ? `the heap's path goes on with ${textOf(rest)}` : null;
}
