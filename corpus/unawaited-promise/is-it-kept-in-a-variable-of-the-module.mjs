async function connect() {
  return (await fetch('/connect')).json();
}
let connection;
export function warm() {
  connection ??= connect();
}
export async function query(text) {
  return (await connection).query(text);
}
