class Mailer {
  async send(message) {
    await this.transport.deliver(message);
  }
  sendAll(messages) {
    messages.forEach(this.send.bind(this)); // leak: async-foreach
  }
}
