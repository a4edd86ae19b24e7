import $ from 'jquery';

$(window).on('load', () => {});

export function openMenu(menu) {
  $(window).on('resize', () => menu.fit()); // leak: listener-leak "`window` keeps one more 'resize' listener for every call of `openMenu`"
  $(menu.button).on('click', () => menu.close());
}

export function openDialog(dialog) {
  $(document).on('keydown.dialog', () => dialog.close());
}
export function closeDialog() {
  $(document).off('.dialog');
}
