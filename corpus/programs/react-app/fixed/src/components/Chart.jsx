import { useEffect, useRef } from 'react';

function draw(canvas, values) {
  canvas.width = document.body.clientWidth;
  canvas.dataset.points = values.length;
}

/** A line as wide as the page, which is drawn anew when the page changes its size. */
export function Chart({ values }) {
  const canvas = useRef(null);
  useEffect(() => {
    const line = canvas.current;
    const observer = new ResizeObserver(() => draw(line, values));
    observer.observe(document.body);
    draw(line, values);
    return () => observer.disconnect();
  }, [values]);
  return <canvas ref={canvas} />;
}
