/** Asks again and again, and tells what came of it. */
export class Poller {
  #timer = null;
  #report = null;

  /**
   * @param {() => unknown} ask
   * @param {(answer: unknown) => void} tell
   */
  constructor(ask, tell) {
    this.ask = ask;
    this.tell = tell;
    this.asked = 0;
  }

  start(milliseconds) {
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#turn(), milliseconds);
    this.#report = setInterval(() => this.tell({ asked: this.asked }), 10 * milliseconds);
  }

  stop() {
    clearInterval(this.#timer);
    clearInterval(this.#report);
    this.#timer = null;
  }

  #turn() {
    this.asked += 1;
    this.tell(this.ask());
  }
}
