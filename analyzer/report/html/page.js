'use strict';
// Filters findings, and groups them by file instead of by rule. Without it the page is whole, just not filterable.
const form = document.querySelector('form');
const groups = document.querySelector('#groups');
const findings = [...document.querySelectorAll('article')];
const texts = new Map(findings.map((finding) => [finding, `${finding.dataset.rule} ${finding.dataset.path} ${finding.textContent}`.toLowerCase()]));
const abouts = new Map([...document.querySelectorAll('.group')].map((group) => [group.dataset.key, [...group.querySelectorAll(':scope > .about, :scope > details')]]));
const heads = new Map([...document.querySelectorAll('.group > h2')].map((head) => [head.parentElement.dataset.key, head.firstChild.textContent]));

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Lays the findings out anew: one section for each rule or file, one below it for each file or rule. */
function regroup(outer, inner) {
  const sections = new Map();
  const order = outer === 'rule' ? findings : [...findings].sort((a, b) => (a.dataset.path < b.dataset.path ? -1 : a.dataset.path > b.dataset.path ? 1 : a.dataset.line - b.dataset.line));
  for (const finding of order) {
    const keys = [finding.dataset[outer], finding.dataset[inner]];
    let section = sections.get(keys[0]);
    if (!section) {
      section = { node: element('section', 'group'), parts: new Map() };
      section.node.dataset.key = keys[0];
      const head = element('h2', '', outer === 'rule' ? heads.get(keys[0]) : keys[0]);
      head.append(element('span', 'count'));
      section.node.append(head, ...(outer === 'rule' ? abouts.get(keys[0]) : []));
      sections.set(keys[0], section);
    }
    let part = section.parts.get(keys[1]);
    if (!part) {
      part = element('section', 'part');
      const head = element('h3', '', keys[1]);
      head.append(element('span', 'count'));
      part.append(head);
      section.node.append(part);
      section.parts.set(keys[1], part);
    }
    part.append(finding);
  }
  groups.replaceChildren(...[...sections.values()].map(({ node }) => node));
}

function filter() {
  const chosen = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map(({ value }) => value));
  const severities = chosen('severity');
  const confidences = chosen('confidence');
  const rule = form.elements.rule.value;
  const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const finding of findings) {
    const { dataset } = finding;
    const fits = severities.has(dataset.severity) && confidences.has(dataset.confidence) && (!rule || rule === dataset.rule) &&
      words.every((word) => texts.get(finding).includes(word));
    finding.hidden = !fits;
    shown += fits;
  }
  for (const section of document.querySelectorAll('.part, .group')) {
    const count = section.querySelectorAll('article:not([hidden])').length;
    section.hidden = count === 0;
    section.querySelector('.count').textContent = count;
  }
  form.elements.shown.value = `${shown} of ${findings.length} shown`;
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', (event) => {
    if (event.target.name === 'group') regroup(...(event.target.value === 'rule' ? ['rule', 'path'] : ['path', 'rule']));
    filter();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.reset();
  filter();
}
