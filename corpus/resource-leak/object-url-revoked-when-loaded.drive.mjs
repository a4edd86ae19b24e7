export const page = true;
export default ({ it }) => {
  const image = document.createElement('img');
  it.show(image, new Blob(['x'.repeat(9000)]));
  image.onload();
};
