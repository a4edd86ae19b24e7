import { useEffect, useRef } from 'react';

export function Panel({ layout }) {
  const panel = useRef(null);
  useEffect(() => {
    const observer = new ResizeObserver(() => layout(panel)); // leak: subscription-leak
    observer.observe(document.body);
  }, [layout]);
  return <div ref={panel} />;
}
