#pragma once

#include "driver/cache_store.h"
#include "driver/check.h"

namespace leaklint {

/// A check, and whether the cache knew its result.
struct CachedCheck {
  CheckResult result;
  bool was_known = false;
};

/// Like check(), but what was found before is not found out again when nothing that it depends on has
/// changed: this program, the files and their texts, their settings, models and baselines, and each
/// package.json and tsconfig.json that the link asked for, those included that were not there.
Result<CachedCheck> check_with_cache(CheckRequest request, SettingsLookup& lookup, RuleTable rules,
                                     CacheStore& store);

}  // namespace leaklint
