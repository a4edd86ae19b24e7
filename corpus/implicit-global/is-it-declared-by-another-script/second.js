// A page that loads both scripts has declared the name already. The confidence is medium for that reason.
function reset() {
  shared = {}; // leak: implicit-global (false alarm)
}
