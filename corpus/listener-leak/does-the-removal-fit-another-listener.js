// Two listeners of one event: the removal is about the one that is added elsewhere.
export class Panel {
  start = () => console.log('start');
  stay = () => console.log('stay');

  mount() {
    this.root.addEventListener('click', this.start);
    this.root.addEventListener('click', this.stay); // leak: listener-leak (low)
  }
  settle() {
    this.root.removeEventListener('click', this.start);
  }
}
