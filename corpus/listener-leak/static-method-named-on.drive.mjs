let composer;
export const started = (it) => { composer = new it.Composer(); };
export default ({ mark, text }) => {
  composer.on('text', mark(() => text, 'listener'));
  mark(composer.hears(text), 'listener')({});
};
