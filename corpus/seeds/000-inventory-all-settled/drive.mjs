const warehouse = {
  async refresh(id) {
    if (id === 2) throw new Error('no such shelf');
    return id;
  },
};
export const shows = {
  async 'the caller gets promises in the place of shelves'({ it }) {
    const shelves = await it.default([{ id: 1 }, { id: 2 }], warehouse, { warn() {} });
    return shelves.some((shelf) => shelf instanceof Promise);
  },
  async 'a failure is told to nobody'({ it }) {
    const told = [];
    await it.default([{ id: 2 }], warehouse, { warn: (what) => told.push(what) });
    return told.length === 0;
  },
};
