exports.read = function () {
  return typeof unknown === 'undefined' ? missing : unknown[missing];
};
