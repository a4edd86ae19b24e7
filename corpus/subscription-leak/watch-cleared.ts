export function follow(map: { center(position: object): void }): () => void {
  const watch = navigator.geolocation.watchPosition((position) => map.center(position));
  return () => navigator.geolocation.clearWatch(watch);
}
