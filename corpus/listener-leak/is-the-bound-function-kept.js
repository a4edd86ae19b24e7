// The very function that is added is kept in the field that the removal reads.
export class Selection {
  constructor(view) {
    this.view = view;
    document.addEventListener('mousemove', (this.move = this.move.bind(this)));
  }
  move(event) {
    this.view.select(event);
  }
  destroy() {
    document.removeEventListener('mousemove', this.move);
  }
}
