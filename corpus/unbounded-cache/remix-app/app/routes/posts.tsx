const answers = new Map();
const titles = new Map([['a', 'A']]);

export async function loader({ request }) {
  answers.set(request.url, Date.now()); // leak: unbounded-cache "for every request"
  return titles.get('a');
}

export function helper(map) {
  return map;
}
