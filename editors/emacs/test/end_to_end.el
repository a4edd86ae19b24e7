;;; end_to_end.el --- tries leaklint.el in real Emacs, with eglot  -*- lexical-binding: t -*-

;;; Commentary:

;; `emacs --batch -l end_to_end.el', with the folder of the program in PATH: a leak is typed in and not saved, its
;; diagnostic appears, the hover names the path, a fix is offered.  An error ends Emacs with another code than 0.

;;; Code:

(require 'package)
(package-initialize)
(load (expand-file-name "../leaklint.el" (file-name-directory load-file-name)) nil t)
(require 'eglot)

(defun leaklint-test-texts ()
  "The texts of the diagnostics in this buffer."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun leaklint-test-await (pattern)
  "Wait until a diagnostic matches PATTERN."
  (with-timeout (30 (error "Waited in vain for %s: %S" pattern (leaklint-test-texts)))
    (while (not (seq-some (lambda (text) (string-match-p pattern text)) (leaklint-test-texts)))
      (eglot--signal-textDocument/didChange)  ; else an idle timer does, and batch Emacs is never idle
      (flymake-start)
      (accept-process-output nil 0.1))))

(defun leaklint-test-expect (pattern given)
  "Signal an error unless GIVEN, printed, matches PATTERN."
  (unless (string-match-p pattern (format "%S" given)) (error "%s is not in %S" pattern given)))

(let* ((folder (make-temp-file "leaklint-emacs-" t))
       (file (expand-file-name "server.js" folder)))
  (unwind-protect
      (progn
        (call-process "git" nil nil nil "init" "--quiet" folder)
        (write-region (concat "const http = require('http');\n"
                              "http.createServer((request, response) => {\n"
                              "  response.end();\n"
                              "}).listen(process.argv[2] == 1 ? 80 : 8080);\n")
                      nil file nil 'quiet)
        (find-file file)
        (call-interactively #'eglot)
        (leaklint-test-await "loose-equality")
        (leaklint-test-expect "===" (eglot-code-actions (progn (search-forward "== 1") (- (point) 4)) (point)))
        (goto-char (point-min))
        (forward-line 2)
        (insert "  process.on('exit', () => console.log(request.url));\n")
        (leaklint-test-await "listener-leak")
        (forward-line -1)
        (forward-char 4)
        (leaklint-test-expect "retained *process" (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                                                   (eglot--TextDocumentPositionParams)))
        (set-buffer-modified-p nil)
        (message "emacs: a finding in an unsaved buffer, its hover, and a fix"))
    (delete-directory folder t)))

;;; end_to_end.el ends here
