import { useEffect, useState } from 'react';

/** A picture that came as bytes. */
export function Photo({ bytes, type }) {
  const [url, setUrl] = useState(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [bytes, type]);
  return url && <img src={url} alt="" />;
}

/** A small one, which is let go with its component. */
export function Thumbnail({ bytes, type }) {
  const [url, setUrl] = useState(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [bytes, type]);
  return url && <img src={url} alt="" width="64" />;
}
