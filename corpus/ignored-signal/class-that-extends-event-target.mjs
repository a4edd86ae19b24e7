class Prices extends EventTarget {
  publish() {
    this.dispatchEvent(new Event('price'));
  }
}

const prices = new Prices();

export function follow(view, signal) {
  prices.addEventListener('price', () => view.update(), { signal });
}
