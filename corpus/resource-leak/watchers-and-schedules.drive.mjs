import path from 'node:path';

export const files = { 'seen/file': 'text' };
export const lives = 6;
export default ({ visitAll, world }) => visitAll({ method: 'GET', path: path.join(world.folder, 'seen') });
