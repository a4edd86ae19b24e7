import { useMemo } from 'react';

import { Photo, Thumbnail } from '../components/Photo.jsx';

/** What the camera of a station saw last. */
export function Camera({ station }) {
  const bytes = useMemo(() => new TextEncoder().encode(`the view from ${station}`), [station]);
  return station.startsWith('small') ? <Thumbnail bytes={bytes} type="image/png" /> : <Photo bytes={bytes} type="image/png" />;
}
