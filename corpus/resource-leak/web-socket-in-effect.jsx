import { useEffect } from 'react';

export function Feed({ show }) {
  useEffect(() => {
    const feed = new WebSocket('wss://feed'); // leak: resource-leak
    feed.onmessage = (event) => show(event.data);
  }, [show]);
  return <ul />;
}
