export default async ({ it, signal, number }) => {
  for (const ask of [it.send, it.sendAndForget]) await (await ask(`http://pages/${number}`, { signal })).text();
};
