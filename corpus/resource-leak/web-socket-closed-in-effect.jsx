import { useEffect } from 'react';

export function Feed({ show }) {
  useEffect(() => {
    const feed = new WebSocket('wss://feed');
    feed.onmessage = (event) => show(event.data);
    return () => feed.close();
  }, [show]);
  return <ul />;
}
