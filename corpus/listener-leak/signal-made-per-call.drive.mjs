// Each call is aborted after half a second of real time, unless its answer comes first, as here.
export const clock = 'real';
export default async ({ it, number }) => { await (await it.loadQuickly(`http://pages/${number}`)).text(); };
