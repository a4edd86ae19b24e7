;;; leaklint.el --- leaklint with eglot or lsp-mode  -*- lexical-binding: t -*-

;;; Commentary:

;; Eglot runs one server a buffer: this makes leaklint the one of JavaScript and TypeScript.  lsp-mode runs it beside
;; others.  Load the part for the one that you use.

;;; Code:

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((js-mode js-ts-mode js2-mode typescript-mode typescript-ts-mode tsx-ts-mode) . ("leaklint" "lsp"))))

(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection '("leaklint" "lsp"))
    :major-modes '(js-mode js-ts-mode js2-mode typescript-mode typescript-ts-mode tsx-ts-mode)
    :add-on? t
    :server-id 'leaklint)))

(provide 'leaklint)
;;; leaklint.el ends here
