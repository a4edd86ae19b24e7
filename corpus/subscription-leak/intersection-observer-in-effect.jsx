import { useEffect } from 'react';

export function Feed({ load }) {
  useEffect(() => {
    const observer = new IntersectionObserver(() => load());
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [load]);
  return <ul />;
}
