const attempts = new Map();

/** How often a job was tried by now. */
function note(id) {
  const count = (attempts.get(id) || 0) + 1;
  attempts.set(id, count);
  return count;
}

/** Whatever came of it, there is no further attempt. */
function forget(id) {
  attempts.delete(id);
}

module.exports = { note, forget };
