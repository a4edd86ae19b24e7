export async function put(path, body) {
  return request('PUT', path, body);
}
async function request(method, path, body) {
  const answer = await fetch(path, { method, body });
  return answer.json();
}
