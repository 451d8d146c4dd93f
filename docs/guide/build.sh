#!/usr/bin/env bash
# Builds the instructor's guide to target/guide, with the mdbook on the path if it is new enough, or else with one
# that is installed into target/mdbook, which takes some minutes the first time.
set -euo pipefail

version=0.5.4                                   # needs Rust 1.88
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tools="$PWD/target/mdbook"

if command -v mdbook > /dev/null && [[ "$(mdbook --version)" == *" v0.5."* ]]; then
    mdbook=mdbook
else
    mdbook="$tools/bin/mdbook"
    if [[ ! -x "$mdbook" ]] || [[ "$("$mdbook" --version)" != *" v$version" ]]; then
        # Without its web server; with its search.
        cargo install mdbook --locked --version "$version" \
            --no-default-features --features search --root "$tools"
    fi
fi

"$mdbook" build docs/guide --dest-dir "$PWD/target/guide"
printf '%s\n' "The guide is in target/guide/index.html."
