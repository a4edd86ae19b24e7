#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

/// Modules that import one another in rings and export all that they import: each class may extend any other.
std::vector<ProgramSource> tangled_modules(int count) {
  const auto name = [](int at) { return "m" + std::to_string(1000 + at); };
  std::vector<ProgramSource> sources;
  for (int at = 0; at < count; ++at)
    sources.push_back(
        {name(at) + ".js", "const a = require('./" + name((at * 31 + 7) % count) +
                               "');\nconst b = require('./" + name((at + 1) % count) +
                               "');\nclass C extends a.Base { run(x) { return b.go(x, this); } }\n"
                               "exports.Base = C;\n"
                               "exports.go = (x, y) => new C(x).run(y) || a.go(y, x);\n"
                               "Object.assign(exports, a, b);\n"});
  return sources;
}

TEST(FlowLimits, tangled_classes_take_work_in_proportion_to_their_number) {
  const ProgramOfSources small{std::span<const ProgramSource>(tangled_modules(150))};
  const ProgramOfSources large{std::span<const ProgramSource>(tangled_modules(600))};
  EXPECT_LT(large.flow->edge_count(), 5 * small.flow->edge_count());
}

}  // namespace
}  // namespace leaklint
