export class Transport {
  constructor(channel) {
    this.channel = channel;
    if (typeof addEventListener === 'function') {
      addEventListener('beforeunload', () => this.channel.close()); // leak: listener-leak
      this.onOffline = () => this.close();
      addEventListener('offline', this.onOffline);
    }
  }
  close() {
    removeEventListener('offline', this.onOffline);
    this.channel.close();
  }
}
