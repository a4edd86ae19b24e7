async function warm() {
  await fetch('/warm');
}
export class Exported {
  constructor() {
    this.ready = warm();
  }
}
class HandedOut {
  constructor(registry) {
    this.loaded = warm();
    registry.add(this);
  }
}
class TakenApart {
  constructor() {
    this.opened = warm();
  }
  async use() {
    const { opened } = this;
    await opened;
  }
}
class ByName {
  constructor() {
    this.started = warm();
  }
  waitFor(step) {
    return this[step];
  }
}
class Base {
  wait() {
    return this.prepared;
  }
}
class Derived extends Base {
  constructor() {
    super();
    this.prepared = warm();
  }
}
export const all = (registry) => [new HandedOut(registry), new TakenApart().use(), new ByName().waitFor('started'), new Derived().wait()];
