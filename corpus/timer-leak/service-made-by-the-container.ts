import { injectable, postConstruct } from 'inversify';
import { Service } from 'typedi';

@Service()
export class SyncService {
  constructor() {
    setInterval(() => this.sync(), 60_000);
  }
  sync() {}
}

@injectable()
export class Watcher {
  @postConstruct()
  protected prepare() {
    setInterval(() => this.look(), 60_000);
  }
  look() {}
}
