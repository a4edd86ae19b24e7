function isOwner(user, document) {
  return user.id == document.ownerId; // leak: loose-equality
}
