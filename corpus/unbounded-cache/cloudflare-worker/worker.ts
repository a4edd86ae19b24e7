const seen = new Map<string, number>();
const kinds = new Set(['a', 'b']);

export default {
  async fetch(request, env, context) {
    seen.set(request.url, Date.now()); // leak: unbounded-cache "for every request"
    const once = new Map();
    once.set(request.url, 1);
    return new Response(String(kinds.has(request.method)));
  },
};
