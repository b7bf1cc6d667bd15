#!/usr/bin/env bash
# Runs the tests of each editor that can be found here; says which cannot.
# NVIM, EMACS, CODE_SERVER (folder of the npm package), CHROMIUM, RINGFENCE_PYTHON name what is not on the path.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export RINGFENCE_PYTHON=${RINGFENCE_PYTHON:-$(command -v python3)}
nvim=${NVIM:-$(command -v nvim)} emacs=${EMACS:-$(command -v emacs)} code_server=${CODE_SERVER:-}
chromium=${CHROMIUM:-$(command -v chromium)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
skipped() { printf '!!! NOT TESTED: %s\n' "$1"; }
run() { # run NAME command...: in a fresh copy of the workspace, once more if it fails
  local name=$1; shift
  for try in 1 2; do
    rm -rf "$work/ws"; cp -r "$here/workspace" "$work/ws"
    if (cd "$work/ws" && timeout -k 5 200 "$@") >"$work/log" 2>&1; then
      printf 'ok     %s: %s\n' "$name" "$(grep ' passed' "$work/log" | tail -1)"; return
    fi
  done
  failed=1; printf 'FAILED %s\n' "$name"; tail -40 "$work/log"
}
"$RINGFENCE_PYTHON" -c "import ringfence_lsp.start" || { echo "no ringfence[lsp] in $RINGFENCE_PYTHON"; exit 1; }
"$RINGFENCE_PYTHON" -m ringfence.cli warmup >/dev/null
if [ -n "$nvim" ] && "$nvim" --clean --headless -c 'if has("nvim-0.11") | qall! | else | cquit! | endif' 2>/dev/null; then
  run neovim "$nvim" --headless --clean -c "luafile $here/neovim/check.lua" agents/report.py
else skipped "Neovim (0.11 or later is wanted)"; fi
if [ -n "$emacs" ]; then run emacs "$emacs" -Q --batch -l "$here/emacs/check.el" agents/report.py
else skipped "Emacs"; fi
if [ -n "$code_server" ] && [ -n "$chromium" ] && [ -d "$here/vscode/node_modules" ]; then
  export CHROMIUM=$chromium
  (cd "$here/vscode" && npm run -s check && npm run -s bundle) >/dev/null 2>&1 || { failed=1; echo "FAILED vscode: does not compile"; }
  run vscode node "$here/vscode/test/exthost.mjs" "$code_server"
else skipped "VS Code's extension host (code-server, Chromium and node_modules are wanted)"; fi
exit $failed
