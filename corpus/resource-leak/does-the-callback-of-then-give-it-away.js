// What createImageBitmap() resolves with is transferred to the worker.
export function flush(canvas, worker) {
  createImageBitmap(canvas).then((bitmap) => {
    worker.postMessage({ bitmap }, [bitmap]);
  });
}
