#!/usr/bin/env bash
# CMake finds a new rule by its two files, and names the one that is missing. A copy of the tree is configured; nothing
# is compiled (new_rule_test does that).
set -euo pipefail
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
fail() { echo "$*" >&2; exit 1; }

cd "$LEAKLINT_SOURCE_DIRECTORY"
cp -r CMakeLists.txt CMakePresets.json LICENSE THIRD_PARTY_NOTICES.md cmake dev rules "$copy"
ln -s "$PWD/analyzer" "$copy/analyzer"
mkdir "$copy/grammars"
cp grammars/package-lock.json "$copy/grammars"
ln -s "$PWD/grammars/node_modules" "$copy/grammars/node_modules"

configure() { cmake -G Ninja -S "$copy" -B "$copy/build" -D BUILD_TESTING=OFF >"$copy/log" 2>&1; }

"$copy/dev" new-rule hygiene/made-up-rule >/dev/null
configure || fail "$(cat "$copy/log")"
grep -q 'rules/hygiene/made-up-rule\.cpp"' "$copy/build/compile_commands.json" || fail "the new rule is not compiled"

mv "$copy/rules/hygiene/made-up-rule.md" "$copy/page"
if configure; then fail "a rule without its page was accepted"; fi
grep -q 'missing rules/hygiene/made-up-rule\.md' "$copy/log" || fail "the missing page is not named: $(cat "$copy/log")"

mv "$copy/page" "$copy/rules/hygiene/made-up-rule.md"
rm "$copy/rules/hygiene/made-up-rule.cpp"
if configure; then fail "a page without its rule was accepted"; fi
grep -q 'missing rules/hygiene/made-up-rule\.cpp' "$copy/log" || fail "the missing rule is not named: $(cat "$copy/log")"
