#include "program/module_links.h"

#include <string_view>
#include <utility>

namespace leaklint {
namespace {

ModuleTarget target_of(ResolvedModule module) {
  ModuleTarget target;
  target.file = module.file;
  target.library = std::move(module.package);
  if (!module.subpath.empty()) target.library.append("/").append(module.subpath);
  switch (module.kind) {
    case ResolvedModule::Kind::file:
      target.kind = ModuleTarget::Kind::file;
      break;
    case ResolvedModule::Kind::external:
    case ResolvedModule::Kind::builtin:
      target.kind = ModuleTarget::Kind::library;
      break;
    case ResolvedModule::Kind::missing:
      break;
  }
  return target;
}

class FileLinker {
 public:
  FileLinker(const Program& program, ModuleResolver& resolver, FileId file)
      : program_(program), resolver_(resolver), file_(file), facts_(program.file(file).facts) {}

  std::unordered_map<uint32_t, ModuleTarget> link() {
    for (const Import& row : facts_.imports) {
      // `import x = require("…")` is the only import with this name. Types count too: annotations lead there.
      add(row.module, facts_.names.text(row.imported) != "export=");
    }
    for (const Export& row : facts_.exports) {
      if (row.module) add(row.module, true);
    }
    for (const Instruction& row : facts_.code) {
      if (row.op == Op::import_call) add_constant(ValueId(row.a), true);
      if (row.op == Op::call && row.operand_count > 0 && is_require(facts_.code[ValueId(row.a)])) {
        add_constant(facts_.operand(row, 0), false);
      }
    }
    return std::move(targets_);
  }

 private:
  /// By name, which is how bundlers know it too; "createRequire" gives its result to a variable of that name.
  bool is_require(const Instruction& callee) const {
    NameId name;
    if (callee.op == Op::load_global) name = NameId(callee.a);
    if (callee.op == Op::member) name = NameId(callee.b);
    if (callee.op == Op::load) name = facts_.variables[BindingId(callee.a)].name;
    return facts_.names.text(name) == "require";
  }

  void add_constant(ValueId value, bool is_import) {
    if (!value) return;
    const Instruction& row = facts_.code[value];
    const bool is_text = row.op == Op::constant && row.a == static_cast<uint32_t>(Constant::string);
    if (is_text) add(NameId(row.b), is_import);
  }

  void add(NameId specifier, bool is_import) {
    const auto [found, is_new] = targets_.try_emplace(program_.name(file_, specifier).raw);
    if (is_new) found->second = target_of(resolver_.resolve(file_, facts_.names.text(specifier), is_import));
  }

  const Program& program_;
  ModuleResolver& resolver_;
  FileId file_;
  const FileFacts& facts_;
  std::unordered_map<uint32_t, ModuleTarget> targets_;
};

}  // namespace

ModuleLinks link_modules(const Program& program, ModuleResolver& resolver) {
  ModuleLinks links;
  links.targets.reserve(program.file_count());
  links.dependencies.emplace_back();  // of files without a package
  std::unordered_map<const Package*, uint32_t> index_of = {{nullptr, 0}};
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    const Package* package = resolver.package_of(file);
    links.targets.push_back(FileLinker(program, resolver, file).link());
    links.is_entry.push_back(resolver.is_entry(file));
    const auto [index, is_new] =
        index_of.try_emplace(package, static_cast<uint32_t>(links.dependencies.size()));
    if (is_new) links.dependencies.push_back(package->json.dependencies);
    links.package_of.push_back(index->second);
    links.is_library.push_back(package != nullptr && package->is_library());
  }
  return links;
}

}  // namespace leaklint
