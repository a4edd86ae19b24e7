// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/App.vue.mjs';
export const page = true;
export const lives = 8;
export const warmUp = 8;

const look = (view, subject) => ({ it, mountVue, number }) =>
  mountVue(it.default, { view, subject: typeof subject === 'function' ? subject(number) : subject });

export const scenarios = {
  'recipes without a network': { leaks: ['src/composables/useOnline.js listener-leak'], run: look('recipes', 'offline') },
  'a long list of recipes': { leaks: ['src/composables/useVisible.js subscription-leak'], run: look('recipes', 'long') },
  'a recipe': { leaks: ['src/views/Recipe.vue listener-leak'], gauge: 'entries', run: look('recipe', (number) => `r${number}`) },
  'eggs are boiled': { leaks: ['src/components/EggTimer.vue timer-leak'], run: look('kitchen', 'eggs') },
  'a roast is left alone': {
    leaks: ['src/components/Alarm.vue timer-leak'],
    run: (life) => look('kitchen', (number) => `roast ${number}`)(life).then(() => life.sleep(30)),
  },
  'the scale': { leaks: ['src/views/Scale.vue resource-leak'], run: look('scale', 'kitchen') },
  'something wrong on the list': {
    leaks: ['src/stores/shopping.js unbounded-cache'],
    gauge: 'entries',
    warmUp: 60,
    run: look('shopping', (number) => `wrong ${number}`),
  },
  'a large picture': { leaks: ['src/views/Gallery.vue resource-leak'], gauge: 'urls', run: look('gallery', (number) => `large ${number}`) },
  'a small picture': { run: look('gallery', (number) => `small ${number}`) },
  'recipes, the kitchen and a list': {
    warmUp: 60,
    async run(life) {
      await look('recipes', 'soup')(life);
      await look('kitchen', 'soup')(life);
      await look('shopping', (number) => `leek ${number}`)(life);
    },
  },
};
