function total(list) {
  let sum = 0;
  for (var i = 0; i < list.length; i++) sum += list[i]; // leak: no-var "`let`"
  return sum;
}
