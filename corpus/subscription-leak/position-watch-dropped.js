export function follow(map) {
  navigator.geolocation.watchPosition((position) => map.center(position)); // leak: subscription-leak "`navigator.geolocation` keeps one more subscription"
}
