const seen = new Set();

/** Whether a message has come before; the broker may deliver it twice. */
function isRepeated(id) {
  if (seen.has(id)) return true;
  seen.add(id); // leak: unbounded-cache "`seen` grows"
  return false;
}

module.exports = { isRepeated };
