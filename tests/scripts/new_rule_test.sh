#!/usr/bin/env bash
# `./dev new-rule` in a copy of the tree: CMake finds the two files, they compile, and the binary knows the rule.
# Only the new objects are compiled; the rest of the binary is the archive of the build that runs this test.
set -euo pipefail
build=$LEAKLINT_BUILD_DIRECTORY
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

fail() { echo "$*" >&2; exit 1; }

cd "$LEAKLINT_SOURCE_DIRECTORY"
cp -r CMakeLists.txt CMakePresets.json LICENSE THIRD_PARTY_NOTICES.md dev analyzer cmake "$copy"
[[ ! -d rules ]] || cp -r rules "$copy"
mkdir "$copy/grammars"
cp grammars/package-lock.json "$copy/grammars"
ln -s "$PWD/grammars/node_modules" "$copy/grammars/node_modules"

"$copy/dev" new-rule hygiene/made-up-rule >/dev/null
if "$copy/dev" new-rule async/made-up-rule 2>/dev/null; then fail "a second rule of the same id was written"; fi
if "$copy/dev" new-rule hygiene/Made_Up 2>/dev/null; then fail "an id that is not in kebab-case was taken"; fi

configure() { (cd "$copy" && cmake --preset "$(basename "$build")" -D BUILD_TESTING=OFF); }
configure >"$copy/log" 2>&1 || { cat "$copy/log" >&2; exit 1; }
objects=CMakeFiles/leaklint_core.dir
new_objects=("$objects/generated/rule_registry.cpp.o" "$objects/rules/hygiene/made-up-rule.cpp.o")
cd "$copy/build/$(basename "$build")"
ninja "${new_objects[@]}" >"$copy/log" 2>&1 || { cat "$copy/log" >&2; exit 1; }

# The objects come first in the link, so the archive's own registry is not taken.
link=$(ninja -C "$build" -t commands leaklint | tail -n 1)
link=${link/ -o leaklint / -o $copy/leaklint ${new_objects[*]/#/$PWD/} }
(cd "$build" && eval "$link")

[[ $("$copy/leaklint" rules) == *made-up-rule* ]] || fail "leaklint rules does not list the new rule"
[[ $("$copy/leaklint" explain made-up-rule) == *'# made-up-rule'* ]] || fail "leaklint explain does not print its page"

echo 'debugger;' >"$copy/flagged.js"
found=$("$copy/leaklint" check --preset all --no-cache --fail-on never "$copy/flagged.js")
[[ $found == *'flagged.js:1:1'*made-up-rule* ]] || fail "the rule of the template does not find what its page flags: $found"

rm "$copy/rules/hygiene/made-up-rule.md"
if configure >"$copy/log" 2>&1; then fail "a rule without its page was accepted"; fi
grep -q 'missing rules/hygiene/made-up-rule\.md' "$copy/log" || fail "the missing page is not named: $(cat "$copy/log")"
