function maybe(isOn) {
  if (isOn) var state = 'on'; // leak: no-var "`let` or `const`"
}
