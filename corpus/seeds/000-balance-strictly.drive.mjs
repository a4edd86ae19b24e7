export const shows = {
  "a debt of the text '0' is taken for none"({ it }) {
    try {
      return it.default('0') === false;
    } catch {
      return false;
    }
  },
};
