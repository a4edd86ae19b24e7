#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "runners/markers.h"

namespace leaklint {

/// One test of the corpus: a file, or a folder whose files are analysed together. corpus/README.md describes
/// both.
struct CorpusCase {
  std::filesystem::path path;
  std::string group;      ///< the folder in corpus/ that it lies in
  std::string rule;       ///< that it is about; "" for a program or a seed, which are about what their
                          ///< configuration turns on
  bool is_fixed = false;  ///< a program with the files of its folder `fixed/` in the place of its own

  std::string name() const;
};

/// All of corpus/, sorted; empty where there is no such folder.
std::vector<CorpusCase> corpus_cases();

/// The texts of a case by their paths, which are absolute or, where `base` is given, relative to it.
std::map<std::string, std::string> texts_of(const CorpusCase& one, const std::filesystem::path& base = {});

std::vector<Marker> markers_of(const std::map<std::string, std::string>& texts);

}  // namespace leaklint
