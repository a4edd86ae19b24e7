// A module's own list of callbacks, with a way in and no way out.
const listeners: (() => void)[] = [];

export function mount(view: { update(): void }): void {
  listeners.push(() => view.update()); // leak: unbounded-cache "`listeners`"
}

export function changed(): void {
  for (const listener of listeners) listener();
}
