export const sessions = new Map();

setInterval(() => {
  for (const [id, session] of sessions) {
    if (session.expires < Date.now()) sessions.delete(id);
  }
}, 60_000);
