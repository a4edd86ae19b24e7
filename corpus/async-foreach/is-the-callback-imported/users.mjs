import { save } from './save.mjs';
export function saveAll(users) {
  users.forEach(save); // leak: async-foreach
}
