;;; ringfence.el --- check and run programs of the ringfence sandbox  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.8"))

;;; Commentary:
;; (require 'ringfence), then M-x eglot in a Python buffer; M-x ringfence-run runs the program.
;; A run that pauses at a host call asks in the minibuffer: a value, or `Type: message' to raise.

;;; Code:
(require 'eglot)

(defgroup ringfence nil "Programs of the ringfence sandbox." :group 'languages)

(defcustom ringfence-command '("ringfence" "lsp")
  "The language server."
  :type '(repeat string))

(defclass ringfence-server (eglot-lsp-server) ()
  :documentation "The language server of ringfence.")

(cl-defmethod eglot-client-capabilities ((_server ringfence-server))
  "Say that questions of runs have a face here."
  (plist-put (copy-sequence (cl-call-next-method))
             :experimental '(:ringfence (:ask t :news t))))

(defun ringfence-contact (&rest _)
  "What eglot starts."
  (cons 'ringfence-server ringfence-command))

(add-to-list 'eglot-server-programs '(python-mode . ringfence-contact))
(when (fboundp 'python-ts-mode)
  (add-to-list 'eglot-server-programs '(python-ts-mode . ringfence-contact)))

(defvar ringfence-answer-function #'ringfence-answer
  "Called with a question (a plist); gives a plist, the answer.")

(defun ringfence--spoken (question)
  "QUESTION as one line."
  (pcase (plist-get question :kind)
    ("input" (format "Value of the input %s: " (plist-get question :name)))
    ("name" (format "The program asks for the name %s: " (plist-get question :name)))
    ("limit" (format "The limit %s is reached; go on? " (plist-get question :limit)))
    (_ (format "%s(%s) = " (plist-get question :function)
               (mapconcat #'identity (plist-get question :args) ", ")))))

(defun ringfence-answer (question)
  "Ask the person for the answer to QUESTION; quitting stops the run."
  (condition-case nil
      (if (equal (plist-get question :kind) "limit")
          (if (y-or-n-p (ringfence--spoken question)) '(:limits nil) '(:stop t))
        (let ((typed (read-string (ringfence--spoken question) (plist-get question :recorded))))
          (cond ((equal typed ":save") '(:save t))
                ((string-match-p "\\`[A-Z][A-Za-z]*Error\\(:\\|\\'\\)" typed) (list :exception typed))
                (t (list :value typed)))))
    (quit '(:stop t))))

(cl-defmethod eglot-handle-request ((_server ringfence-server) (_method (eql ringfence/ask)) &rest question)
  "Answer a QUESTION of a run."
  (funcall ringfence-answer-function question))

(cl-defmethod eglot-handle-notification ((_server ringfence-server) (_method (eql ringfence/print)) &key text &allow-other-keys)
  "Show TEXT that a run printed."
  (with-current-buffer (get-buffer-create "*ringfence*")
    (goto-char (point-max))
    (insert text)))

(cl-defmethod eglot-handle-notification ((_server ringfence-server) (_method (eql ringfence/run)) &key state output display &allow-other-keys)
  "Say that a run is DONE, with its OUTPUT, or DISPLAY why it failed."
  (pcase state
    ("done" (message "ringfence: %s" output))
    ("failed" (message "%s" display))))

(defun ringfence-run ()
  "Run the program at point in the sandbox."
  (interactive)
  (jsonrpc-async-request
   (eglot-current-server) :workspace/executeCommand
   (list :command "ringfence.run"
         :arguments (vector (append (eglot--TextDocumentIdentifier)
                                    (list :position (eglot--pos-to-lsp-position)))))
   :timeout 3600
   :success-fn #'ignore
   :error-fn (jsonrpc-lambda (&key message &allow-other-keys) (message "ringfence: %s" message))))

(provide 'ringfence)
;;; ringfence.el ends here
