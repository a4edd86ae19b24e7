import { useEffect } from 'react';

export function Map({ center }) {
  useEffect(() => {
    const watch = navigator.geolocation.watchPosition((position) => center(position));
    return () => navigator.geolocation.clearWatch(watch);
  }, [center]);
  return <div />;
}
