#pragma once

#include <span>
#include <string>
#include <vector>

#include "driver/folder_rules.h"

namespace leaklint {

struct DiscoverOptions {
  bool no_ignore = false;

  // The globs of a configuration and the folder it stands in (the working folder if empty); see Selection.
  // They hold with `no_ignore` too.
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string globs_folder;
};

struct DiscoveredFile {
  std::string path;  // to be shown and to be opened: relative to the working folder if below it, with '/'
  bool is_named = false;  // on the command line: to be read whatever it looks like

  friend auto operator<=>(const DiscoveredFile&, const DiscoveredFile&) = default;
};

struct Discovered {
  std::vector<DiscoveredFile> files;  // by path, each once
  std::vector<Problem> problems;      // by path
};

// The files to analyse, for the files and folders that the user names.
//
// A named file is taken, whatever ignores it, if its extension is one that leaklint reads. Below a named
// folder these are left out: `.git` always, and unless `no_ignore`
//   - what .gitignore files leave out, as git reads them, from the top of the repository down, with
//     .git/info/exclude and core.excludesFile (outside a repository: those from the working folder down);
//   - what .leaklintignore files leave out, in the same syntax, which overrule git's rules;
//   - node_modules, minified files by their name, and declaration files.
// The index is not read: a file that is ignored but tracked all the same is left out.
//
// Symbolic links that are met below a folder are left out, as what they point to is analysed where it is, or
// is not this project's; git and GitHub know such a link as a file of one line, where no finding could be
// shown. So no loop of links can catch the walk. A link that the user names is followed.
Discovered discover(std::span<const std::string> paths, const DiscoverOptions& options);

}  // namespace leaklint
