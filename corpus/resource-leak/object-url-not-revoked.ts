export function show(image: HTMLImageElement, data: Blob): void {
  image.src = URL.createObjectURL(data); // leak: resource-leak (missed)
}
