// The removal names a function that was never added: what was added stays with the element.
export class Menu {
  open = () => console.log('open');
  close = () => console.log('close');

  componentDidMount() {
    this.root.addEventListener('click', this.open); // leak: listener-leak
  }
  componentWillUnmount() {
    this.root.removeEventListener('click', this.close);
  }
}
