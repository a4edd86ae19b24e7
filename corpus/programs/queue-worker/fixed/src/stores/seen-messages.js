const most = 100;
const seen = new Set();

/** Whether a message has come before; the broker may deliver it twice, one soon after the other. */
function isRepeated(id) {
  if (seen.has(id)) return true;
  seen.add(id);
  if (seen.size > most) seen.delete(seen.values().next().value);
  return false;
}

module.exports = { isRepeated };
