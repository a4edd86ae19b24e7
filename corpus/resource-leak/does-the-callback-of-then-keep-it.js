// Nothing closes what it resolves with.
export function hideWide(canvas) {
  createImageBitmap(canvas).then((bitmap) => { // leak: resource-leak
    if (bitmap.width > 100) canvas.remove();
  });
}
