import { forEach as visit, forOwn } from 'lodash-es';
import each from 'lodash/each';
export function saveAll(users) {
  visit(users, async (user) => user.save()); // leak: async-foreach
  forOwn(users, async (user) => user.save()); // leak: async-foreach
  each(users, async (user) => user.save()); // leak: async-foreach
}
