import { useEffect, useState } from 'react';

export function Clock() {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    window.addEventListener('resize', () => setWidth(window.innerWidth)); // leak: listener-leak
  }, []);
  return <time>{width}</time>;
}
