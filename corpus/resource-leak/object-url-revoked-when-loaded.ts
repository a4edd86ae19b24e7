export function show(image: HTMLImageElement, data: Blob): void {
  const url = URL.createObjectURL(data);
  image.onload = () => URL.revokeObjectURL(url);
  image.src = url;
}
