export async function publish(version, response) {
  await fetch('/versions', { method: 'PUT', body: version });
  try {
    await notify(version);
  } catch (error) {
    console.error('nobody was notified', error);
  }
  response.status(201);
}
async function notify(version) {
  await fetch('/hooks', { method: 'POST', body: version });
}
