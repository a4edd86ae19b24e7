import { useEffect, useRef } from 'react';

export function Pulse({ beat }) {
  const timer = useRef();
  useEffect(() => {
    timer.current = setInterval(beat, 1000);
    return () => clearInterval(timer.current);
  }, [beat]);
  return <i />;
}
