// The listener stays when `load` rejects, but on a signal that ends with its controller at the next call.
export function createRouter(load) {
  let controller = null;
  async function revalidate() {
    const stop = () => load.stop();
    controller && controller.signal.addEventListener('abort', stop);
    await load();
    controller && controller.signal.removeEventListener('abort', stop);
  }
  return {
    async navigate() {
      controller = new AbortController();
      await revalidate();
    },
  };
}
