import { createApp } from 'vue';

import App from './App.vue';

createApp(App, { view: window.location.hash.slice(1) || 'recipes' }).mount('#app');
