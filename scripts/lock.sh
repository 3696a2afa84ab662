#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Writes the locks anew from requirements/*.in: `make lock`, or `make lock UPGRADE=1` for newer
# versions. Takes minutes: the hashes of every file of every version are fetched, for all platforms.
# Runs on the oldest Python that Pendopo supports, whose needs include those of the newer ones.
set -eu
cd "$(dirname "$0")/../requirements"
python=${PYTHON:-python3}
tools=../build/lock-tools

if ! "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then
    echo "make lock needs Python 3.11: make lock PYTHON=python3.11" >&2
    exit 1
fi
if [ ! -e "$tools/whole" ] || [ lock.txt -nt "$tools/whole" ]; then
    rm -rf "$tools"
    "$python" -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --require-hashes -r lock.txt
    touch "$tools/whole"
fi

export CUSTOM_COMPILE_COMMAND="make lock"
compile() {
    "$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --newline lf \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
        ${UPGRADE:+--upgrade} --output-file "$@"
}
compile run.txt run.in build.in
compile dev.txt dev.in
compile lock.txt lock.in
