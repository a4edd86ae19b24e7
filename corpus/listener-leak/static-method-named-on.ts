type Handler = (context: object) => unknown;

// `on` is a function of this program: what it does is known, whatever its name.
export class Composer {
  private handlers: Handler[] = [];
  use(...handlers: Handler[]) {
    return new Composer().with(handlers);
  }
  with(handlers: Handler[]) {
    this.handlers = handlers;
    return this;
  }
  on(filter: string, ...handlers: Handler[]) {
    return this.use(Composer.on(filter, ...handlers));
  }
  hears(words: string) {
    return Composer.on('text', () => words);
  }
  static on(filter: string, ...handlers: Handler[]): Handler {
    return (context) => (filter in context ? handlers : []);
  }
}
