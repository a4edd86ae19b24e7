// One page that shows the proof: each case's code and finding, what grew, and both retaining paths.

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const style = `
:root { --ink: #1d2433; --soft: #667085; --line: #d9dee8; --paper: #fff; --ground: #f4f6fa; --bad: #c4320a; --good: #067647; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7ec; --soft: #98a2b3; --line: #344054; --paper: #182230; --ground: #0c111d; --bad: #f97066; --good: #47cd89; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; color: var(--ink); background: var(--ground); font: 15px/1.5 system-ui, sans-serif; }
h1, h2 { line-height: 1.2; } h2 { margin: 40px 0 12px; }
nav a { margin-right: 14px; } a { color: inherit; }
table { border-collapse: collapse; } td, th { padding: 2px 14px 2px 0; text-align: right; } td:first-child, th:first-child { text-align: left; }
.pairs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; align-items: start; }
@media (max-width: 900px) { .pairs { grid-template-columns: minmax(0, 1fr); } }
article { padding: 14px 16px; border: 1px solid var(--line); border-top: 3px solid var(--good); border-radius: 8px; background: var(--paper); }
article.bad { border-top-color: var(--bad); } article.empty { border: 0; background: none; }
@media (max-width: 900px) { body { padding: 12px; } article.empty { display: none; } }
.wide { overflow-x: auto; } .wide td, .wide th { white-space: nowrap; } tr.all td { border-top: 1px solid var(--line); font-weight: 600; }
h3 { margin: 0 0 4px; font-size: 15px; overflow-wrap: anywhere; } .state { float: right; color: var(--soft); font-size: 13px; }
pre { margin: 8px 0; padding: 8px 0; overflow-x: auto; border-radius: 6px; background: var(--ground); font: 12px/1.5 ui-monospace, monospace; }
pre span { display: block; padding: 0 10px; min-height: 1.5em; } pre span.hit { background: color-mix(in srgb, var(--bad) 18%, transparent); }
.finding { margin: 6px 0; color: var(--bad); } figure { margin: 8px 0; } figcaption { color: var(--soft); font-size: 13px; }
svg { display: block; width: 100%; height: auto; max-width: 420px; } svg text { fill: var(--soft); font: 10px system-ui, sans-serif; }
.path { display: flex; gap: 4px; margin: 6px 0; font-size: 12px; }
.path b { flex: 0 0 60px; padding-top: 1px; color: var(--soft); font-weight: 400; }
.path div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; min-width: 0; }
.path code { font-size: 12px; }
.finding code { padding: 0 3px; border-radius: 4px; background: var(--ground); } .equal { color: var(--good); }
.path code { padding: 1px 7px; border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; }
.note { color: var(--soft); font-size: 13px; } details summary { cursor: pointer; }
`;

/** What is retained by N; of the heap's size only what was added. */
function shownOf(points, gauge) {
  const values = points.map(([lives, measured]) => [lives, measured[gauge] ?? 0]);
  const base = gauge === 'bytes' ? Math.min(...values.map(([, value]) => value)) : 0;
  return values.map(([lives, value]) => [lives, value - base]);
}

/** N against what is retained, as a line with its points; drawn to the scale of the case beside it when that has more. */
function plotOf(points, gauge, color, scale) {
  const [width, height, left, bottom] = [420, 130, 46, 22];
  const shown = shownOf(points, gauge);
  const maximum = Math.max(...shown.map(([, value]) => value), gauge === 'bytes' ? 200_000 : 10, scale);
  const lives = shown.at(-1)[0];
  const x = (value) => left + (value / lives) * (width - left - 14);
  const y = (value) => height - bottom - (value / maximum) * (height - bottom - 12);
  const at = ([life, value]) => `${x(life).toFixed(1)},${y(value).toFixed(1)}`;
  const label = gauge === 'bytes' ? `${Math.round(maximum / 1000)} kB` : Math.round(maximum);
  return `<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(gauge)} retained">
<line x1="${left}" y1="${y(0)}" x2="${width - 14}" y2="${y(0)}" stroke="var(--line)"/>
<line x1="${left}" y1="12" x2="${left}" y2="${y(0)}" stroke="var(--line)"/>
<polyline points="${shown.map(at).join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>
${shown.map((point) => `<circle cx="${x(point[0])}" cy="${y(point[1])}" r="3" fill="${color}"/>`).join('')}
<text x="${left - 6}" y="16" text-anchor="end">${label}</text><text x="${left - 6}" y="${y(0)}" text-anchor="end">0</text>
${shown.map(([life]) => `<text x="${x(life)}" y="${height - 6}" text-anchor="middle">${life}</text>`).join('')}
</svg><figcaption>${escaped(gauge)} retained after so many lives</figcaption></figure>`;
}

/** Of what grew, what the rule is about first. */
const firstGrown = ({ grown = [], result }) => result?.wanted?.find((name) => grown.includes(name)) ?? grown[0];

/** The gauge that shows most: of a bad case what grew, of a clean one what its neighbour's growth is about. */
function gaugeOf({ grown, result }, neighbour) {
  const has = (gauge) => gauge && gauge in result.points.at(-1)[1];
  const preferred = [firstGrown({ grown, result }), neighbour && firstGrown(neighbour), 'listener', 'interval', 'timeout', 'view', 'request', 'object', 'bytes', 'handles'];
  return preferred.find(has);
}

function codeOf(one) {
  return one.files.map(({ name, text }) => {
    const hits = new Set(one.claims.filter(({ file }) => file === name).map(({ line }) => line));
    const lines = text.trimEnd().split('\n').map((line, index) =>
      `<span${hits.has(index + 1) ? ' class="hit"' : ''}>${escaped(line)}</span>`);
    const title = one.files.length > 1 ? `<div class="note">${escaped(name)}</div>` : '';
    return `${title}<pre>${lines.join('')}</pre>`;
  }).join('');
}

const drawn = (name, text) =>
  `<div class="path"><b>${name}</b><div>${text.split(' ▸ ').map((step) => `<code>${escaped(step)}</code>`).join('<span>▸</span>')}</div></div>`;

const withCode = (text) => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');

function verdictOf({ difference, isOutside, reason }, reasons) {
  if (isOutside) return `<p class="note">Not compared: ${escaped(reasons.outside)}.</p>`;
  if (difference === null) return '<p class="note equal">The paths are equal.</p>';
  return `<p class="note">They differ: ${escaped(difference)}. ${escaped(reasons[reason] ? `The reason: ${reasons[reason]}.` : 'No reason is known.')}</p>`;
}

/** What a case claims; one with markers of rules that are about no leak claims that it does not leak. */
function kindOf(one, { shown }) {
  if (one.isBad) return shown ? 'harms' : 'leaks';
  return one.files.some(({ markers }) => markers.some(({ status }) => status === 'expected')) ? 'does not leak' : 'clean';
}

function articleOf(entry, neighbour, reasons) {
  if (!entry) return '<article class="empty"></article>';
  const { one, status, why, result, paths } = entry;
  const findings = paths.map((path) =>
    `<p class="finding">${withCode(path.finding.message)}</p>${path.static ? drawn('leaklint', path.static) : ''}
${path.heap && !path.isOutside ? drawn('heap', path.heap) : ''}${verdictOf(path, reasons)}`);
  const seen = Object.keys(result.shown ?? {});
  const isMissed = one.claims.some((claim) => claim.status === 'missed');
  const gauge = result.points && gaugeOf(entry, neighbour);
  const beside = gauge && neighbour?.result.points ? shownOf(neighbour.result.points, gauge) : [];
  const scale = gauge in (neighbour?.result.points?.at(-1)[1] ?? {}) ? Math.max(...beside.map(([, value]) => value)) : 0;
  const plot = gauge ? plotOf(result.points, gauge, one.isBad ? 'var(--bad)' : 'var(--good)', scale) : '';
  return `<article class="${one.isBad ? 'bad' : 'clean'}" id="${escaped(one.id)}">
<span class="state">${kindOf(one, result)}: ${escaped(status === 'static' ? 'not run' : status)}</span><h3>${escaped(one.name)}</h3>
${codeOf(one)}${findings.join('')}${isMissed ? '<p class="note">leaklint does not find this yet.</p>' : ''}
${seen.map((what) => `<p class="note">${one.isBad ? 'Seen' : 'Not so'}: ${escaped(what)}.</p>`).join('')}
${why ? `<p class="note">${escaped(why)}</p>` : ''}${plot}</article>`;
}

/** The words of a case: what it is called, and the names in its code. */
function wordsOf({ one }) {
  const code = one.files.map(({ text }) => text.replace(/\/\/.*/g, '')).join('\n');
  return new Set([...one.name.split(/[\W_]+/), ...code.match(/[A-Za-z_$][\w$]*/g) ?? []]);
}

/** How much of the words of two cases is the same, from 0 to 1. */
function likenessOf(words, others) {
  const common = [...words].filter((word) => others.has(word)).length;
  return common / (words.size + others.size - common || 1);
}

/** Bad cases beside the clean ones that are most like them; at the end those that have no partner. */
function pairsOf(bad, clean) {
  const words = new Map([...bad, ...clean].map((entry) => [entry, wordsOf(entry)]));
  const likely = bad.flatMap((one) => clean.map((other) => ({ one, other, likeness: likenessOf(words.get(one), words.get(other)) })));
  likely.sort((first, second) => second.likeness - first.likeness);
  const partners = new Map();
  for (const { one, other } of likely)
    if (!partners.has(one) && !partners.has(other)) partners.set(one, other).set(other, one);
  const isAlone = (entry) => !partners.has(entry);
  return [...bad.map((one) => [one, partners.get(one)]), ...clean.filter(isAlone).map((other) => [undefined, other])];
}

function sectionOf(group, entries, reasons) {
  const pairs = pairsOf(entries.filter(({ one }) => one.isBad), entries.filter(({ one }) => !one.isBad));
  const rows = pairs.map(([bad, clean]) => articleOf(bad, clean, reasons) + articleOf(clean, bad, reasons));
  return `<h2 id="${group}">${group}</h2><div class="pairs">${rows.join('\n')}</div>`;
}

function summaryOf(groups) {
  const rowOf = (title, entries, kind) => {
    const count = (isBad, status) => entries.filter(({ one, ...entry }) => one.isBad === isBad && entry.status === status).length;
    const paths = entries.flatMap((entry) => entry.paths).filter(({ isOutside }) => !isOutside);
    const cells = [count(true, 'proved'), count(false, 'proved'), entries.filter(({ status }) => status === 'refuted' || status === 'unclear').length,
      entries.filter(({ status }) => status === 'static').length, `${paths.filter(({ difference }) => difference === null).length} of ${paths.length}`];
    return `<tr class="${kind}"><td>${title}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  };
  const rows = [...groups].map(([group, entries]) => rowOf(`<a href="#${group}">${group}</a>`, entries, 'rule'));
  rows.push(rowOf('all', [...groups.values()].flat(), 'all'));
  return `<div class="wide"><table><tr><th>rule</th><th>leak and grow</th><th>clean and flat</th><th>failed</th><th>not run</th><th>paths equal</th></tr>${rows.join('')}</table></div>`;
}

/** A page without any other file, of cases that have been run; `reasons` are those for paths to differ. */
export function pageOf(proved, { reasons }) {
  const groups = new Map();
  for (const entry of proved) groups.set(entry.one.group, [...(groups.get(entry.one.group) ?? []), entry]);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>leaklint: the corpus, run</title><style>${style}</style>
<h1>Every leak, run</h1>
<p>Each case ran in Node: its life was repeated, garbage was collected, and what was retained was counted. Left, code that
leaks and has to grow; right, code that is clean and must not. Below, how leaklint says that the leaked object is retained,
and how the heap says it.</p>
${summaryOf(groups)}
${[...groups].map(([group, entries]) => sectionOf(group, entries, reasons)).join('\n')}</html>`;
}
