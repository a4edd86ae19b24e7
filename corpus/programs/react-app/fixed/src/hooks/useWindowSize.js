import { useEffect, useState } from 'react';

const sizeOf = (view) => ({ width: view.innerWidth, height: view.innerHeight });

/** How large the window is. */
export function useWindowSize() {
  const [size, setSize] = useState(() => sizeOf(window));
  useEffect(() => {
    const update = () => setSize(sizeOf(window));
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, []);
  return size;
}
