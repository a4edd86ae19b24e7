export function listen(topic, show) {
  const feed = new EventSource(`/feed/${topic}`);
  feed.onmessage = (event) => show(event.data);
  return () => feed.close();
}
