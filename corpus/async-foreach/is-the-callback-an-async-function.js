function sendAll(messages) {
  messages.forEach(async function (message) { // leak: async-foreach
    await message.send();
  });
}
