#include "driver/check_archive.h"

#include <nlohmann/json.hpp>

namespace leaklint {
namespace {

using nlohmann::json;

json pack_place(const Place& place) {
  return {place.file.raw, place.span.begin, place.span.end};
}

Place unpack_place(const json& row) {
  return {FileId(row.at(0).get<uint32_t>()), {row.at(1).get<uint32_t>(), row.at(2).get<uint32_t>()}};
}

template <class Items, class Pack>
json pack_list(const Items& items, Pack pack_one) {
  json list = json::array();
  for (const auto& item : items) list.push_back(pack_one(item));
  return list;
}

template <class Item, class Unpack>
std::vector<Item> unpack_list(const json& list, Unpack unpack_one) {
  std::vector<Item> items;
  items.reserve(list.size());
  for (const json& row : list) items.push_back(unpack_one(row));
  return items;
}

json pack_note(const Note& note) {
  return {static_cast<uint8_t>(note.label), note.text, pack_list(note.steps, [](const PathStep& step) {
            return json{step.text, pack_place(step.place)};
          })};
}

Note unpack_note(const json& row) {
  return {static_cast<Note::Label>(row.at(0).get<uint8_t>()), row.at(1).get<std::string>(),
          unpack_list<PathStep>(row.at(2), [](const json& step) {
            return PathStep{step.at(0).get<std::string>(), unpack_place(step.at(1))};
          })};
}

json pack_fix(const Fix& fix) {
  return {fix.description, fix.is_safe, pack_list(fix.edits, [](const TextEdit& edit) {
            return json{edit.span.begin, edit.span.end, edit.text};
          })};
}

Fix unpack_fix(const json& row) {
  return {row.at(0).get<std::string>(), row.at(1).get<bool>(),
          unpack_list<TextEdit>(row.at(2), [](const json& edit) {
            return TextEdit{{edit.at(0).get<uint32_t>(), edit.at(1).get<uint32_t>()},
                            edit.at(2).get<std::string>()};
          })};
}

json pack_finding(const Finding& finding) {
  return {finding.rule,
          static_cast<uint8_t>(finding.severity),
          static_cast<uint8_t>(finding.confidence),
          pack_place(finding.place),
          finding.message,
          finding.enclosing_function,
          pack_list(finding.notes, pack_note),
          pack_list(finding.fixes, pack_fix)};
}

Finding unpack_finding(const json& row) {
  Finding finding;
  finding.rule = row.at(0).get<uint16_t>();
  finding.severity = static_cast<Severity>(row.at(1).get<uint8_t>());
  finding.confidence = static_cast<Confidence>(row.at(2).get<uint8_t>());
  finding.place = unpack_place(row.at(3));
  finding.message = row.at(4).get<std::string>();
  finding.enclosing_function = row.at(5).get<std::string>();
  finding.notes = unpack_list<Note>(row.at(6), unpack_note);
  finding.fixes = unpack_list<Fix>(row.at(7), unpack_fix);
  return finding;
}

json pack_problem(const ReportedProblem& problem) {
  json row = {problem.path, problem.message, static_cast<uint8_t>(problem.severity)};
  if (const auto& at = problem.position) row.insert(row.end(), {at->line, at->column, at->byte_column});
  return row;
}

ReportedProblem unpack_problem(const json& row) {
  ReportedProblem problem{row.at(0).get<std::string>(), row.at(1).get<std::string>(),
                          static_cast<Severity>(row.at(2).get<uint8_t>())};
  if (row.size() > 3) {
    problem.position =
        LineColumn{row.at(3).get<uint32_t>(), row.at(4).get<uint32_t>(), row.at(5).get<uint32_t>()};
  }
  return problem;
}

json pack_counts(const CheckCounts& counts) {
  return {counts.analysed,   counts.left_out, counts.too_large, counts.minified,
          counts.unreadable, counts.damaged,  counts.hidden,    counts.open_values,
          counts.bytes,      counts.lines,    counts.nodes};
}

CheckCounts unpack_counts(const json& row) {
  CheckCounts counts;
  size_t index = 0;
  for (uint32_t* number : {&counts.analysed, &counts.left_out, &counts.too_large, &counts.minified,
                           &counts.unreadable, &counts.damaged, &counts.hidden, &counts.open_values})
    *number = row.at(index++).get<uint32_t>();
  for (uint64_t* number : {&counts.bytes, &counts.lines, &counts.nodes})
    *number = row.at(index++).get<uint64_t>();
  return counts;
}

json pack_suppressed(const SuppressedFinding& one) {
  return {pack_finding(one.finding), static_cast<uint8_t>(one.by), one.justification};
}

SuppressedFinding unpack_suppressed(const json& row) {
  return {unpack_finding(row.at(0)), static_cast<SuppressedFinding::By>(row.at(1).get<uint8_t>()),
          row.at(2).get<std::string>()};
}

}  // namespace

std::string pack(const CheckResult& result, const Dependencies& dependencies) {
  const json row = {result.paths,
                    pack_list(result.findings, pack_finding),
                    pack_list(result.suppressed, pack_suppressed),
                    pack_list(result.problems, pack_problem),
                    pack_counts(result.counts),
                    pack_list(dependencies, [](const auto& one) {
                      return json{one.first, one.second};
                    })};
  std::string bytes;
  json::to_cbor(row, bytes);
  return bytes;
}

std::optional<Unpacked> unpack(std::string_view bytes) {
  try {
    const json row = json::from_cbor(bytes);
    Unpacked unpacked;
    CheckResult& result = unpacked.result;
    result.paths = row.at(0).get<std::vector<std::string>>();
    result.findings = unpack_list<Finding>(row.at(1), unpack_finding);
    result.suppressed = unpack_list<SuppressedFinding>(row.at(2), unpack_suppressed);
    result.problems = unpack_list<ReportedProblem>(row.at(3), unpack_problem);
    result.counts = unpack_counts(row.at(4));
    for (const json& one : row.at(5))
      unpacked.dependencies.emplace(one.at(0).get<std::string>(), one.at(1).get<uint64_t>());
    return unpacked;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace leaklint
