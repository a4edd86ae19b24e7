export function connect(open: () => Promise<string>): Promise<string> {
  return new Promise(async (resolve) => { // leak: unawaited-promise "never settles"
    resolve(await open());
  });
}
