export class Leaving {
  constructor() {
    this.onExit = () => this.save();
  }
  save() {}
  close() {
    process.off('beforeExit', this.onExit);
  }
}
