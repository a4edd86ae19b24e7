export default ({ it, view }) => it.mount(view())();
