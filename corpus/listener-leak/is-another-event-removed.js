// The same function, taken from an event that nothing listens for.
export class Menu {
  toggle = () => console.log('toggle');

  componentDidMount() {
    this.root.addEventListener('click', this.toggle); // leak: listener-leak
  }
  componentWillUnmount() {
    this.root.removeEventListener('keypress', this.toggle);
  }
}
