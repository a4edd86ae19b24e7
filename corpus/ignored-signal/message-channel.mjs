const channel = new MessageChannel();

export function follow(view, signal) {
  channel.port1.addEventListener('message', () => view.update(), { signal });
}
