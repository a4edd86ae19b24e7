export function watch(response) {
  process.on('SIGTERM', () => response.destroy()); // leak: listener-leak "for every request"
}
