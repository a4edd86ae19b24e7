#include "program/package_exports.h"

#include <algorithm>
#include <optional>

namespace leaklint {
namespace {

bool has_bad_part(std::string_view path) {
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part == "." || part == ".." || part == "node_modules") return true;
    at = end + 1;
  }
  return false;
}

/// May a package name this as its own file, or (of `imports`) as another package?
bool is_valid_target(std::string_view target, bool may_be_package) {
  if (target.starts_with("./")) return !has_bad_part(target.substr(2));
  return may_be_package && !target.empty() && target.front() != '.' && target.front() != '/';
}

/// Where the walk goes on when a value inside `target` is null or no valid target: behind it in the innermost
/// list around it, for a list holds alternatives; out of `target` when there is none left.
uint32_t after_failure(JsonValue value, JsonValue target) {
  for (; value.index() != target.index(); value = value.parent()) {
    const JsonValue around = value.parent();
    if (around.is_list() && value.end_index() < around.end_index()) return value.end_index();
  }
  return target.end_index();
}

struct TargetChoice {
  bool is_import;
  bool may_be_package;

  bool holds(std::string_view condition) const {
    return condition == "default" || condition == "node" || condition == "module-sync" ||
           condition == (is_import ? "import" : "require");
  }

  /// The first target whose conditions hold. Values stand in the order in which they are tried, so a walk
  /// along the table needs no stack.
  std::string_view choose(const JsonTree& json, JsonValue target) const {
    for (uint32_t at = target.index(); at < target.end_index();) {
      const JsonValue value = json.at(at);
      const bool is_inner = at != target.index();
      if (is_inner && value.parent().is_object() && !holds(value.key())) {
        at = value.end_index();
      } else if (value.is_object() || (value.is_list() && value.begin() != value.end())) {
        ++at;
      } else if (is_valid_target(value.text(), may_be_package)) {
        return value.text();
      } else {
        at = after_failure(value, target);
      }
    }
    return {};
  }
};

std::string with_match(std::string_view target, std::string_view match) {
  std::string out;
  for (const char character : target) {
    if (character == '*') {
      out.append(match);
    } else {
      out.push_back(character);
    }
  }
  return out;
}

/// The member that a subpath falls under, and the text that its '*' stands for.
struct MatchedMember {
  JsonValue target;
  std::optional<std::string_view> match;
  bool is_folder = false;  ///< "./lib/": the form of Node before 17, where the text is appended to the target
};

struct Pattern {
  std::string_view before, after;
};

std::optional<Pattern> pattern_of(std::string_view key) {
  const size_t star = key.find('*');
  if (star == std::string_view::npos || key.find('*', star + 1) != std::string_view::npos) return {};
  return Pattern{key.substr(0, star), key.substr(star + 1)};
}

bool matches(const Pattern& pattern, std::string_view key) {
  return key.size() > pattern.before.size() && key.starts_with(pattern.before) &&
         key.size() >= pattern.before.size() + pattern.after.size() + 1 && key.ends_with(pattern.after);
}

MatchedMember find_member(JsonValue members, std::string_view key) {
  MatchedMember best;
  size_t best_before = 0, best_length = 0;
  for (const JsonValue value : members) {
    const std::string_view written = value.key();
    const bool is_folder = written.ends_with('/');
    if (written == key && !is_folder && key.find('*') == std::string_view::npos) return {value, {}, false};
    const auto pattern = is_folder ? Pattern{written, {}} : pattern_of(written);
    if (!pattern || !matches(*pattern, key)) continue;
    const size_t before = pattern->before.size();
    if (best.target && (before < best_before || (before == best_before && written.size() <= best_length)))
      continue;
    best = {value, key.substr(before, key.size() - before - pattern->after.size()), is_folder};
    best_before = before;
    best_length = written.size();
  }
  return best;
}

std::string target_text(const MatchedMember& member, std::string_view target) {
  if (!member.match || target.empty()) return std::string(target);
  if (!member.is_folder) return with_match(target, *member.match);
  return target.ends_with('/') ? std::string(target) + std::string(*member.match) : std::string();
}

PackageTargets targets_of(const JsonTree& json, const MatchedMember& member, TargetChoice choice) {
  PackageTargets targets;
  if (!member.target || (member.match && has_bad_part(*member.match))) return targets;
  targets.chosen = target_text(member, choice.choose(json, member.target));
  for (uint32_t at = member.target.index(); at < member.target.end_index(); ++at) {
    const std::string_view text = json.at(at).text();
    if (is_valid_target(text, choice.may_be_package)) targets.all.push_back(target_text(member, text));
  }
  return targets;
}

/// Does `exports` name subpaths, rather than being the one target of "."?
bool names_subpaths(JsonValue exports) {
  return exports.is_object() && exports.begin() != exports.end() && (*exports.begin()).key().starts_with('.');
}

}  // namespace

PackageTargets find_export(const PackageJson& package, std::string_view subpath, bool is_import) {
  const TargetChoice choice{is_import, false};
  const JsonValue exports = package.exports();
  if (names_subpaths(exports)) return targets_of(package.json, find_member(exports, subpath), choice);
  if (subpath != "." || !exports) return {};
  return targets_of(package.json, {exports, {}, false}, choice);
}

PackageTargets find_import(const PackageJson& package, std::string_view specifier, bool is_import) {
  const JsonValue imports = package.imports();
  if (!imports.is_object()) return {};
  return targets_of(package.json, find_member(imports, specifier), {is_import, true});
}

std::vector<ExportedTarget> exported_targets(const PackageJson& package) {
  std::vector<ExportedTarget> targets;
  const auto add = [&](std::string_view subpath, JsonValue value) {
    for (uint32_t at = value.index(); at < value.end_index(); ++at) {
      const std::string_view text = package.json.at(at).text();
      if (is_valid_target(text, false)) targets.push_back({subpath, text});
    }
  };
  const JsonValue exports = package.exports();
  if (!names_subpaths(exports)) {
    if (exports) add(".", exports);
    return targets;
  }
  for (const JsonValue value : exports) add(value.key(), value);
  return targets;
}

}  // namespace leaklint
