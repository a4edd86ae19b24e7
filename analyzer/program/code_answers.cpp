#include "program/code_answers.h"

#include "semantics/once_guards.h"

namespace leaklint {

bool CodeAnswers::runs_once(GlobalValue at) const {
  const FileId file = program_.file_of(at);
  const auto guard =
      once_guard_of(program_.file(file).facts, uses(file), control_flow(file), program_.local(at));
  // Once for each key is no bound on how many keys there are.
  return guard && guard->kind != OnceGuard::Kind::per_key;
}

}  // namespace leaklint
