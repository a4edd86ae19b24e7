export async function once(source, check) {
  const seen = new Promise((resolve) => source.subscribe(resolve));
  await check(source);
  return seen;
}
