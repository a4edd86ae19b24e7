export default async ({ it, number, mark }) => {
  for (const Call of [it.Call, it.PoliteCall, it.CarefulCall]) {
    const call = mark(new Call(`http://pages/${number}`));
    call.start();
    await new Promise((resolve) => {
      call.request.on('response', (answer) => answer.resume().on('close', resolve));
      call.request.on('error', resolve);
    });
  }
};
