import { useEffect, useState } from 'react';

/** Whether a media query matches. */
export function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches === true);
  useEffect(() => {
    const update = (event) => setMatches(event.matches);
    matchMedia(query).addEventListener('change', update); // leak: listener-leak (missed)
    return () => matchMedia(query).removeEventListener('change', update);
  }, [query]);
  return matches;
}
