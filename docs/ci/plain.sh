#!/bin/sh
# For any other service, in a full clone of the register:
#   sh plain.sh          checks all of it
#   sh plain.sh REV      checks what the change since REV is answerable for
set -eu

python3 -m pip install xuke

xuke check ${1:+--since "$1"} -o json:xuke-check.json -o markdown:xuke-check.md
