const base = '/api';
const most = 20;
const answers = new Map();
const running = new Map();

async function load(path, signal) {
  const response = await fetch(base + path, { signal });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** An answer that is asked for once and then remembered, with the day it is of. */
export async function loadForecast(station, hour) {
  const path = `/stations/${station}/forecast?from=${hour}`;
  if (answers.has(path)) return answers.get(path);
  if (answers.size >= most) answers.delete(answers.keys().next().value);
  const answer = await load(path);
  answers.set(path, answer);
  return answer;
}

/** All stations. Two that ask at the same time share one answer. */
export function loadStations() {
  const path = '/stations';
  if (!running.has(path)) running.set(path, load(path).finally(() => running.delete(path)));
  return running.get(path);
}

export function loadStation(id, signal) {
  return load(`/stations/${encodeURIComponent(id)}`, signal);
}
