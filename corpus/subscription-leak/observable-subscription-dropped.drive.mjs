export default ({ it, mark }) => mark(new it.Clock()).ngOnInit();
