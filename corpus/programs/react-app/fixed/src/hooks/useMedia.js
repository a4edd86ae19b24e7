import { useEffect, useState } from 'react';

/** Whether a media query matches. */
export function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches === true);
  useEffect(() => {
    const list = matchMedia(query);
    const update = (event) => setMatches(event.matches);
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
