import { useEffect } from 'react';

/** Calls the function of a key that is pressed anywhere. */
export function useKeys(actions) {
  useEffect(() => {
    const ending = new AbortController();
    document.addEventListener('keydown', (event) => actions[event.key]?.(), { signal: ending.signal });
    document.addEventListener('keyup', (event) => event.stopPropagation(), { signal: ending.signal });
    return () => ending.abort();
  }, [actions]);
}
