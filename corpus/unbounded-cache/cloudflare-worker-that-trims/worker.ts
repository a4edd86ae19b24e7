const visitors = new Map<string, number>();
const most = 1000;

export default {
  async fetch(request: Request): Promise<Response> {
    const address = request.headers.get('cf-connecting-ip') ?? '';
    visitors.set(address, Date.now());
    if (visitors.size > most) visitors.delete(visitors.keys().next().value);
    const parts = new Set(new URL(request.url).pathname.split('/'));
    return new Response(String(parts.size));
  },
};
