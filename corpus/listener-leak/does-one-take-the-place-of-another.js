// The removal comes first and is about the listener of another function.
export function attach(socket) {
  socket.on('error', report);
  socket.on('close', () => detach(socket));
}
function detach(socket) {
  socket.removeListener('error', report);
  socket.on('error', ignore);
}
function report(error) {
  console.error(error);
}
function ignore() {}
