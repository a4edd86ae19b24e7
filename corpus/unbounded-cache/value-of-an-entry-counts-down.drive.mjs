// The case counts down what another part of its program has counted up, which is played here.
let users;
export const before = () => {
  const { Map } = globalThis;
  globalThis.Map = class extends Map {
    constructor() {
      super();
      users = this;
      globalThis.Map = Map;
    }
  };
};
export default async ({ visit, number }) => {
  const path = `/user-${number}`;
  users.set(path, 2);
  await visit({ path, method: 'GET', body: undefined, leave: false });
  await visit({ path, leave: true });
};
