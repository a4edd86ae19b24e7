function kind(value) {
  switch (typeof value) {
    case 'string':
      var result = 'text'; // leak: no-var "`let` or `const`"
      break;
    default:
      result = 'other';
  }
  return result;
}
