#pragma once

#include <map>
#include <string>
#include <string_view>

#include "driver/fix.h"

namespace leaklint {

/// Texts by path, as if they were files.
using Texts = std::map<std::string, std::string>;

/// What every rule finds in them, at any confidence.
CheckResult check_texts(const Texts& texts);
FixResult fix_texts(const Texts& texts);

/// One text after all fixes of one rule, suggestions too, of which none may meet another.
std::string after_fixes_of(std::string_view rule, const std::string& name, const std::string& text);

}  // namespace leaklint
