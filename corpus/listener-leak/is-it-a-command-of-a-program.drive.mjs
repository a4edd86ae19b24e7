export default ({ it, view }) => it.dashboard(view());
