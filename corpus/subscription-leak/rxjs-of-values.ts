import { of } from 'rxjs';

export function mount(view: { update(): void }): void {
  of(1, 2, 3).subscribe(() => view.update());
}
