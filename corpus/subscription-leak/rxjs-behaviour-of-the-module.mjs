import { BehaviorSubject } from 'rxjs';

const user = new BehaviorSubject(null);

export function mount(view) {
  user.subscribe(() => view.update()); // leak: subscription-leak
}
