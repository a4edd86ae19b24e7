export default ({ it, text }) => it.resolve(text, async (host) => ({ host }));
