;;; ringfence.el --- check and run programs of the ringfence sandbox  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.8"))

;;; Commentary:
;; (require 'ringfence), then M-x eglot in a Python buffer.  M-x ringfence-run runs the program,
;; M-x ringfence-resume goes on with a run that was put away.  A run that pauses asks in the
;; minibuffer: a value, `Type: message' to raise, nothing for the recorded answer, :save, :stop.

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
    ("input" (format "Value of the input %s" (plist-get question :name)))
    ("name" (format "The program asks for the name %s" (plist-get question :name)))
    ("limit" (format "The limit %s is reached; go on? " (plist-get question :limit)))
    (_ (format "%s(%s)" (plist-get question :function)
               (string-join
                (append (plist-get question :args)
                        (cl-loop for (name value) on (plist-get question :kwargs) by #'cddr
                                 collect (format "%s=%s" (substring (symbol-name name) 1) value)))
                ", ")))))

(defun ringfence-answer (question)
  "Ask the person for the answer to QUESTION; quitting stops the run."
  (condition-case nil
      (if (equal (plist-get question :kind) "limit")
          (if (y-or-n-p (ringfence--spoken question)) (list :limits (make-hash-table)) '(:stop t))
        (let* ((recorded (plist-get question :recorded))
               (empty (if recorded (concat "recorded: " recorded) "None")))
          (ringfence--answer
           (string-trim (read-string (format "%s [%s] = " (ringfence--spoken question) empty)))
           recorded)))
    (quit '(:stop t))))

(defun ringfence--answer (typed recorded)
  "What TYPED means, where RECORDED is the answer given before, or nil."
  (let ((case-fold-search nil))
    (cond ((equal typed ":stop") '(:stop t))
          ((equal typed ":save") '(:save t))
          ((equal typed "") (if recorded '(:use_recorded t) '(:value "None")))
          ((string-prefix-p "raise " typed) (list :exception (string-trim (substring typed 6))))
          ((string-match-p "\\`[A-Z][A-Za-z]*\\(Error\\|Exception\\) *\\(:\\|\\'\\)" typed)
           (list :exception typed))
          (t (list :value typed)))))

(cl-defmethod eglot-handle-request ((_server ringfence-server) (_method (eql ringfence/ask)) &rest question)
  "Answer a QUESTION of a run."
  (funcall ringfence-answer-function question))

(cl-defmethod eglot-handle-notification ((_server ringfence-server) (_method (eql ringfence/print)) &key text &allow-other-keys)
  "Show TEXT that a run printed."
  (with-current-buffer (get-buffer-create "*ringfence*")
    (goto-char (point-max))
    (insert text)))

(cl-defmethod eglot-handle-notification ((_server ringfence-server) (_method (eql ringfence/run)) &key state output display path &allow-other-keys)
  "Say that a run is in a STATE: its OUTPUT, DISPLAY why it failed, the PATH it was put away to."
  (pcase state
    ("done" (message "ringfence: %s" output))
    ("saved" (message "ringfence: put away: %s" path))
    ("failed" (message "%s" display))))

(defun ringfence--execute (command argument then)
  "Have the server execute COMMAND with ARGUMENT; THEN is called with the result."
  (jsonrpc-async-request
   (eglot-current-server) :workspace/executeCommand
   (list :command command :arguments (vector argument))
   :timeout 3600
   :success-fn then
   :error-fn (jsonrpc-lambda (&key message &allow-other-keys) (message "ringfence: %s" message))))

(defun ringfence--here ()
  "The program at point."
  (append (eglot--TextDocumentIdentifier) (list :position (eglot--pos-to-lsp-position))))

(defun ringfence-run ()
  "Run the program at point in the sandbox; ask for the answers of the host."
  (interactive)
  (ringfence--run "ringfence.run" (ringfence--here)))

(defun ringfence-resume (file)
  "Go on with the run that was put away to FILE."
  (interactive "fSnapshot: ")
  (ringfence--run "ringfence.resume" (append (list :path (expand-file-name file)) (ringfence--here))))

(defun ringfence--run (command argument)
  "Execute COMMAND with ARGUMENT, which runs a program, then show what its lines cost."
  (let ((buffer (current-buffer)) (here (ringfence--here)))
    (ringfence--execute
     command argument
     (lambda (end)
       (when (and (equal (plist-get end :state) "done") (buffer-live-p buffer))
         (with-current-buffer buffer
           (ringfence--execute "ringfence.costs" here
                               (lambda (costs) (ringfence--show-costs buffer costs)))))))))

(defun ringfence-check ()
  "Check the program at point."
  (interactive)
  (ringfence--execute "ringfence.check" (ringfence--here) #'ignore))

(defun ringfence--show-costs (buffer costs)
  "Put COSTS behind the lines of BUFFER, until its text changes."
  (with-current-buffer buffer
    (ringfence-clear-costs)
    (save-excursion
      (save-restriction
        (widen)
        (seq-doseq (one (plist-get costs :lines))
          (goto-char (point-min))
          (forward-line (plist-get one :at))
          (let ((overlay (make-overlay (line-end-position) (line-end-position)))
                (share (plist-get one :share)))
            (overlay-put overlay 'ringfence t)
            (overlay-put overlay 'after-string
                         (propertize (if (>= share 0.01) (format "  %.0f%%" (* 100 share))
                                       (format "  %d" (plist-get one :instructions)))
                                     'face 'shadow))))))
    (add-hook 'after-change-functions #'ringfence-clear-costs nil t)))

(defun ringfence-clear-costs (&rest _)
  "Take the costs of lines away."
  (interactive)
  (remove-hook 'after-change-functions #'ringfence-clear-costs t)
  (save-restriction
    (widen)
    (remove-overlays (point-min) (point-max) 'ringfence t)))

(provide 'ringfence)
;;; ringfence.el ends here
