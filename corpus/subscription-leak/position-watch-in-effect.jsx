import { useEffect } from 'react';

export function Map({ center }) {
  useEffect(() => {
    navigator.geolocation.watchPosition((position) => center(position)); // leak: subscription-leak
  }, [center]);
  return <div />;
}
