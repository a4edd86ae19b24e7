import { useEffect, useState } from 'react';

/** How long it takes until the forecast is made anew. */
export function Countdown({ until }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const update = () => setSeconds(Math.max(0, Math.round((until - Date.now()) / 1000)));
    update();
    setInterval(update, 1000); // leak: timer-leak
  }, [until]);
  return <span>{seconds} s</span>;
}
