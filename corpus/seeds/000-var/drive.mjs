import vm from 'node:vm';

// As a script of a page, where a second `var` of the same name is the first one's.
export const shows = {
  async 'another script changes the rate without a word'({ world }) {
    const { default: fs } = await import('node:fs');
    const page = vm.createContext({ module: {} });
    vm.runInContext(fs.readFileSync(`${world.folder}/tariffs.js`, 'utf8'), page);
    vm.runInContext('var rate = 0;', page);
    return page.module.exports(100) === 100;
  },
};
