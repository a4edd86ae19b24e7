export const files = { data: 'nothing of the kind' };
export default ({ it }) => {
  try {
    it.header('data');
  } catch {
    // as a caller would
  }
};
