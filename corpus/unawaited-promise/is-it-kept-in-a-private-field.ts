import { Pool } from 'pg';
export class Orders {
  readonly #pool = new Pool();
  #migrated: Promise<void>;
  #listening?: Promise<void>;
  constructor() {
    this.#migrated = this.#migrate(); // leak: unawaited-promise "kept in `this.#migrated`"
    this.#listening = this.#listen();
  }
  async #migrate(): Promise<void> {
    await this.#pool.query('create table orders (id int)');
  }
  async #listen(): Promise<void> {
    await this.#pool.query('listen orders');
  }
  async ready(): Promise<void> {
    await this.#listening;
  }
}
