const answers = new Map();

/** What `work` gave for a key the last time; it is done once for each key. */
export async function memoize(key, work) {
  if (answers.has(key)) return answers.get(key);
  const answer = await work(key);
  answers.set(key, answer); // leak: unbounded-cache "`answers` grows"
  return answer;
}

const byObject = new WeakMap();

/** The same for an object, for as long as somebody else has it. */
export function memoizeByObject(object, work) {
  if (!byObject.has(object)) byObject.set(object, work(object));
  return byObject.get(object);
}

/** A function that remembers its last answers. */
export function memoizeRecent(work, most = 100) {
  const recent = new Map();
  return (key) => {
    if (recent.has(key)) return recent.get(key);
    const answer = work(key);
    if (recent.size >= most) recent.delete(recent.keys().next().value);
    recent.set(key, answer);
    return answer;
  };
}
