function keys(object) {
  const result = [];
  for (var key in object) result.push(key); // leak: no-var "`const`"
  return result;
}
