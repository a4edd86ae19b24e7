/** Draws how far something is, again when the terminal changes its size. */
export class Progress {
  #width = process.stdout.columns ?? 80;
  #onResize = () => {
    this.#width = process.stdout.columns ?? 80;
  };

  constructor(total) {
    this.total = total;
    process.stdout.on('resize', this.#onResize);
  }

  bar(done) {
    const length = Math.round((done / this.total) * this.#width);
    return '#'.repeat(length);
  }

  finish() {
    process.stdout.off('resize', this.#onResize);
  }
}
