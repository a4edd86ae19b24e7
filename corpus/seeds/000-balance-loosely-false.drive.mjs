export const shows = {
  "a debt of the text '0' is taken for none": ({ it }) => it.default('0') === false,
};
