function pick(first, second) {
  var chosen; // leak: no-var "`let`"
  if (first) chosen = first;
  else chosen = second;
  return chosen;
}
