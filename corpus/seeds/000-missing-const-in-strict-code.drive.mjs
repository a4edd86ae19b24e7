export const shows = {
  'the sum is a variable of the whole program'({ it }) {
    try {
      it.default([{ price: 2 }, { price: 3 }]);
    } catch {}
    return globalThis.sum === 5;
  },
};
