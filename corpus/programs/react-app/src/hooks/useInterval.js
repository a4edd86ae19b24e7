import { useEffect, useRef } from 'react';

/** Calls `tick` every so many milliseconds while the component is there. */
export function useInterval(tick, milliseconds) {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  });
  useEffect(() => {
    const timer = setInterval(() => latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}
