let isTooSoon;
export const started = (it) => { isTooSoon = it.default(1000); };
export default ({ text }) => isTooSoon(text);
