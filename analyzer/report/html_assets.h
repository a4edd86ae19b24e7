#pragma once

#include <string_view>

namespace leaklint {

/// The files of report/html, embedded at build time.
std::string_view html_style();
std::string_view html_script();

}  // namespace leaklint
