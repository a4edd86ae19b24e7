export function listen(topic, show) {
  const feed = new EventSource(`/feed/${topic}`); // leak: resource-leak
  feed.onmessage = (event) => show(event.data);
}
