import $ from 'jquery';

export function open(dialog) {
  $(window).on('resize.dialog', () => dialog.fit());
  $(document).on('keydown.dialog', (event) => dialog.press(event.key));
  $(dialog.button).on('click', () => dialog.close());
}

export function close() {
  $(window).off('.dialog');
  $(document).off('.dialog');
}
