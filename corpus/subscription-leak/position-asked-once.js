export function find(map) {
  navigator.geolocation.getCurrentPosition((position) => map.center(position));
}
