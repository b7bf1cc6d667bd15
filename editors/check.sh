#!/usr/bin/env bash
# Runs the tests of each editor that can be found here; says which cannot.
# NVIM, EMACS, VIM_BINARY, ALE, HELIX, JUPYTER (the Python of jupyterlab-lsp), CODE_SERVER (folder of the npm package),
# CHROMIUM, RINGFENCE_PYTHON name what is not on the path; OUT is a folder for screenshots and logs.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export RINGFENCE_PYTHON=${RINGFENCE_PYTHON:-$(command -v python3)}
nvim=${NVIM:-$(command -v nvim)} emacs=${EMACS:-$(command -v emacs)} vim=${VIM_BINARY:-$(command -v vim)}
ale=${ALE:-/usr/share/vim-ale} helix=${HELIX:-$(command -v hx)} jupyter=${JUPYTER:-}
code_server=${CODE_SERVER:-} chromium=${CHROMIUM:-$(command -v chromium)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
skipped() { printf '!!! NOT TESTED: %s\n' "$1"; }
run() { # run NAME command...: in a fresh copy of the workspace, once more if it fails
  local name=$1; shift
  for try in 1 2; do
    rm -rf "$work/ws"; cp -r "$here/workspace" "$work/ws"
    if (cd "$work/ws" && timeout -k 5 "${EDITOR_SECONDS:-280}" "$@") >"$work/log" 2>&1; then
      printf 'ok     %s: %s (at %s s)\n' "$name" "$(grep -a ' passed' "$work/log" | tail -1)" "$SECONDS"; return
    fi
  done
  failed=1; printf 'FAILED %s\n' "$name"; tail -40 "$work/log"
}
"$RINGFENCE_PYTHON" -c "import ringfence_lsp.start" || { echo "no ringfence[lsp] in $RINGFENCE_PYTHON"; exit 1; }
"$RINGFENCE_PYTHON" -m ringfence.cli warmup >/dev/null
"$RINGFENCE_PYTHON" -m ringfence.cli check --stubs "$here/workspace/tools.pyi" "$here/workspace/agents/report.py" >/dev/null 2>&1
if [ -n "$nvim" ] && "$nvim" --clean --headless -c 'if has("nvim-0.11") | qall! | else | cquit! | endif' 2>/dev/null; then
  run neovim "$nvim" --headless --clean -c "luafile $here/neovim/check.lua" agents/report.py
else skipped "Neovim (0.11 or later is wanted)"; fi
if [ -n "$emacs" ]; then run emacs "$emacs" -Q --batch -l "$here/emacs/check.el" agents/report.py
else skipped "Emacs"; fi
if [ -n "$vim" ] && [ -d "$ale" ]; then
  LOG=vim.log ALE=$ale run vim "$RINGFENCE_PYTHON" "$here/terminal.py" "$vim" -Nu NONE -i NONE -n -S "$here/vim/check.vim" agents/report.py
else skipped "Vim with ALE"; fi
if [ -n "$helix" ] && command -v tmux >/dev/null; then run helix "$RINGFENCE_PYTHON" "$here/helix/check.py" "$helix" agents/report.py
else skipped "Helix (and tmux)"; fi
if [ -n "$jupyter" ]; then run jupyterlab "$jupyter" "$here/jupyterlab/check.py"
else skipped "JupyterLab with jupyterlab-lsp"; fi
if [ -d "$here/vscode/node_modules" ]; then run vsix node "$here/vscode/test/package.mjs"
else skipped "the VSIX (npm ci in editors/vscode is wanted)"; fi
if [ -n "$code_server" ] && [ -n "$chromium" ] && [ -f "$here/vscode/ringfence.vsix" ]; then
  export CHROMIUM=$chromium
  run vscode-host node "$here/vscode/test/exthost.mjs" "$code_server"
  run vscode-page node "$here/vscode/test/page.mjs" "$code_server" "$here/vscode/ringfence.vsix"
else skipped "VS Code (code-server, Chromium and node_modules are wanted)"; fi
exit $failed
