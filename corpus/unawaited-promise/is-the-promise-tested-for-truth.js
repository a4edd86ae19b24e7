async function isAllowed(user) {
  return (await fetch(`/users/${user.id}/allowed`)).ok;
}
function open(user, door) {
  if (isAllowed(user)) { // leak: unawaited-promise "as if it were the value"
    door.open();
  }
}
module.exports = open;
