#pragma once

#include <string_view>

namespace leaklint {

// Does leaklint read files of this name? By the extension, as it is written: JavaScript, TypeScript, and
// pages with scripts.
bool is_source_name(std::string_view name);

// app.d.ts, app.d.mts, app.d.cts: types only, nothing runs.
bool is_declaration_name(std::string_view name);

// jquery.min.js and the like.
bool is_minified_name(std::string_view name);

// Does the text look as if a minifier had written it? To be asked for files that were found below a folder,
// not for those that the user named. Yes, if
//   - at least three quarters of the bytes are on lines of more than 500 bytes (lines that begin with // do
//     not count: a whole source map may stand there),
//   - on those lines less than one byte in ten is blank, and
//   - at least one byte in fifty there is punctuation of code, one of ;(){}=
// Yes also, whatever its lines are, if it declares at least 60 names in its first 256 KB and nine in ten of
// them are of three letters at most: a bundle whose names are mangled and whose line breaks are kept. So it
// takes more than one long line among others, of prose, or of data: a source that holds a table of numbers or
// a file in base64 is read. Overlooking real code is worse than reading a bundle.
bool looks_minified(std::string_view text);

}  // namespace leaklint
