export const page = true;
export default ({ it, view }) => new it.Selection(view()).destroy();
