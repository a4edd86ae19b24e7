export function animate(view: { draw(): void }): void {
  window.setInterval(() => view.draw(), 40); // leak: timer-leak "for every call of `animate`"
}
