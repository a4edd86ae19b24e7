import { useEffect, useState } from 'react';

const sizeOf = (view) => ({ width: view.innerWidth, height: view.innerHeight });

/** How large the window is. */
export function useWindowSize() {
  const [size, setSize] = useState(() => sizeOf(window));
  useEffect(() => {
    window.addEventListener('resize', () => setSize(sizeOf(window))); // leak: listener-leak
    return () => window.removeEventListener('resize', () => setSize(sizeOf(window)));
  }, []);
  return size;
}
