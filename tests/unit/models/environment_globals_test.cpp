#include "models/environment_globals.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

const EnvironmentGlobal* find(std::string_view environment, std::string_view name) {
  const auto globals = environment_globals();
  const auto found = std::find_if(globals.begin(), globals.end(), [&](const EnvironmentGlobal& global) {
    return global.environment == environment && global.name == name;
  });
  return found == globals.end() ? nullptr : &*found;
}

TEST(EnvironmentGlobals, AreSortedByNameAndThenByEnvironment) {
  EXPECT_TRUE(std::ranges::is_sorted(environment_globals(), {}, [](const EnvironmentGlobal& global) {
    return std::tuple(global.name, global.environment);
  }));
}

TEST(EnvironmentGlobals, TellEnvironmentsApart) {
  EXPECT_NE(find("browser", "document"), nullptr);
  EXPECT_EQ(find("node", "document"), nullptr);
  EXPECT_NE(find("node", "process"), nullptr);
  EXPECT_NE(find("es2025", "Iterator"), nullptr);
  EXPECT_EQ(find("es5", "Map"), nullptr);
}

TEST(EnvironmentGlobals, KnowWhichMayBeAssigned) {
  ASSERT_NE(find("browser", "onload"), nullptr);
  EXPECT_TRUE(find("browser", "onload")->is_writable);
  EXPECT_FALSE(find("browser", "document")->is_writable);
}

}  // namespace
}  // namespace leaklint
