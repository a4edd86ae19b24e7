import { useEffect, useState } from 'react';

export function Clock({ source }) {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const update = () => setWidth(window.innerWidth);
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, []);
  return <time dateTime={source}>{width}</time>;
}
