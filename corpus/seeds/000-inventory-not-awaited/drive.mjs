const warehouse = {
  async refresh(id) {
    if (id === 2) throw new Error('no such shelf');
    return id;
  },
};
export const shows = {
  async 'the caller gets promises in the place of shelves'({ it }) {
    const shelves = await it.default([{ id: 1 }, { id: 2 }], warehouse);
    return shelves.every((shelf) => shelf instanceof Promise);
  },
  async 'a failure is told to nobody'({ it }) {
    const [shelf] = await Promise.all(await it.default([{ id: 2 }], warehouse));
    return shelf === null;
  },
};
