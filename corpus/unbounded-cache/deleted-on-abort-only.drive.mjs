let resolver;
export const started = (it) => { resolver = new it.Resolver(); };
export default async ({ mark, text }) => {
  const ask = async (name, signal) => void mark(signal);
  await resolver.query(text, ask);
  await resolver.lookup(text, ask);
};
