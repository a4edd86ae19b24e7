class Mailer {
  async send(message) {
    await message.deliver();
  }
  sendAll(messages) {
    messages.forEach(this.send); // leak: async-foreach "`this.send`"
  }
}
