export function listen(topic, show) {
  const feed = new WebSocket(`wss://feed/${topic}`);
  feed.onmessage = (event) => show(event.data);
  return feed;
}
