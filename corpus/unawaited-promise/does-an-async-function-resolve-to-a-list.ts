export async function stock(items: { id: string }[]) {
  return items.map(async (item) => { // leak: unawaited-promise "waits for none of them"
    await fetch(`/stock/${item.id}`);
  });
}
