async function profile(id) {
  return (await fetch(`/users/${id}`)).json();
}
export function greet(id) {
  return `Hello ${profile(id).name}`; // leak: unawaited-promise "as if it were the value"
}
