export function listen(topic, show) {
  const feed = new WebSocket(`wss://feed/${topic}`); // leak: resource-leak "a web socket"
  feed.onmessage = (event) => show(event.data);
}
