import { useEffect } from 'react';

export function Panel({ element, layout }) {
  useEffect(() => {
    const observer = new ResizeObserver(() => layout());
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, layout]);
  return <div />;
}
