async function save(user) {
  await user.save();
}
function saveAll(users) {
  users.forEach(save); // leak: async-foreach "the async function `save`"
}
