module.exports = async function warm(url) {
  try {
    await fetch(url);
  } catch {
    // The first real request fetches it again.
  }
  await fetch(url).catch(() => {}); // best effort
  // Old servers do not know this path.
  await fetch(`${url}/v2`).catch(() => {});
};
