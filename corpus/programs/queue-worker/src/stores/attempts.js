const attempts = new Map();

/** How often a job was tried by now. */
function note(id, message) {
  const entry = attempts.get(id) || { count: 0, message };
  entry.count += 1;
  attempts.set(id, entry); // leak: unbounded-cache (missed)
  return entry.count;
}

function succeeded(id) {
  attempts.delete(id);
}

module.exports = { note, succeeded };
