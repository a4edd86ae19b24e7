// A program of the corpus is proved piece by piece: each scenario of its driver is a case, run in a process of its own.
// One that names a leak must grow as the program is, and stay flat with the files of the program's folder `fixed/` in
// the place of its own. One that names none must stay flat as the program is.

import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** "an order is audited" -> "an-order-is-audited" */
const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The program with its mended files in the place of the leaking ones, or as it leaks. */
function filesOf(program, isFixed) {
  const isMended = ({ name }) => name.startsWith(`fixed${path.sep}`);
  const own = program.files.filter((file) => !isMended(file));
  if (!isFixed) return own;
  const mended = new Map(program.files.filter(isMended).map((file) => {
    const name = path.relative('fixed', file.name);
    return [name, { ...file, name }];
  }));
  return [...own.filter(({ name }) => !mended.has(name)), ...mended.values()];
}

/** The markers that a scenario is about: "FILE RULE", and more words of the line where a file has several. */
function claimsOf(program, name, leak) {
  const [file, rule, ...words] = leak.split(' ');
  const claims = program.claims.filter((claim) => claim.file === file && claim.rule === rule);
  const text = program.files.find((one) => one.name === file)?.text.split('\n') ?? [];
  const named = claims.filter(({ line }) => text[line - 1].includes(words.join(' ')));
  if (named.length === 0) throw new Error(`${program.id}: "${name}" claims "${leak}", and there is no such marker`);
  return named;
}

function casesOf(program, name, scenario) {
  const claims = (scenario.leaks ?? []).flatMap((leak) => claimsOf(program, name, leak));
  const caseOf = (isFixed, isBad) => ({
    ...program, scenario: name, isBad, id: `${program.id}/${slugOf(name)}${isFixed ? '-fixed' : ''}`,
    files: filesOf(program, isFixed), claims: isBad ? claims : [], rule: claims[0]?.rule ?? null,
  });
  return claims.length > 0 ? [caseOf(false, true), caseOf(true, false)] : [caseOf(false, false)];
}

/** The cases that are to be run of each: a program's scenarios, and whatever is none as it is. */
export async function withScenarios(cases) {
  const all = [];
  for (const one of cases) {
    const { scenarios } = one.group === 'programs' ? await import(pathToFileURL(one.driver)) : {};
    if (!scenarios) {
      all.push(one);
      continue;
    }
    const ours = Object.entries(scenarios).flatMap(([name, scenario]) => casesOf(one, name, scenario));
    const driven = ours.flatMap(({ claims }) => claims);
    for (const claim of one.claims) {
      if (!driven.includes(claim)) throw new Error(`${one.id}: no scenario is about ${claim.rule} in ${claim.file}:${claim.line}`);
    }
    all.push(...ours);
  }
  return all;
}
