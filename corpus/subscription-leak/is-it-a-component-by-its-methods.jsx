// Nothing says what the class extends, but the name of the method does.
import { Base } from './base-of-all-components';

export class Chart extends Base {
  componentDidMount() {
    this.observer = new ResizeObserver(() => this.draw()); // leak: subscription-leak
    this.observer.observe(this.canvas);
  }
  componentWillUnmount() {
    this.canvas = null;
  }
  draw() {}
}
