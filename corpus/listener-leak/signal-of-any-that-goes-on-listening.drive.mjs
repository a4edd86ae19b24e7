// The timeout comes in the end, as the clock is fast.
export const clock = 'fast';
export default ({ it, signal, number }) => it.load(`http://pages/${number}`, signal);
