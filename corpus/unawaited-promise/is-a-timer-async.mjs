export function poll(client) {
  return setInterval(async () => { // leak: unawaited-promise "drops the promise"
    await client.refresh();
  }, 1000);
}
