export default async ({ it, mark }) => {
  const jobs = [async () => {}, async () => { throw new Error('refused'); }];
  for (const start of [it.fulfilled, it.both, it.always, it.mended, it.paused]) {
    for (const run of jobs) await start(mark({ run, look() {} })).catch(() => {});
  }
};
