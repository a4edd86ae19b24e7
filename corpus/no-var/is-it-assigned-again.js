function next(count) {
  var following = count; // leak: no-var "`let`"
  following += 1;
  return following;
}
