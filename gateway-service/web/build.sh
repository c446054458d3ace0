#!/bin/sh
# Called by Maven: `build.sh build` makes the web app, `build.sh test` checks it. See build.mjs.
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The web app needs Node 20.19 or newer with npm: install them (https://nodejs.org), or build without it by -Dweb.skip." >&2
  exit 1
fi
exec node build.mjs "$@"
