let installed = false;
let claimed = false;

exports.isInstalled = () => installed;
exports.noteInstalled = () => {
  installed = true;
};
exports.claim = function claim() {
  if (claimed) return false;
  claimed = true;
  return true;
};
