#include "program/code_answers.h"

namespace leaklint {

std::optional<OnceGuard> CodeAnswers::once_guard_of(GlobalValue at) const {
  const FileId file = program_.file_of(at);
  return leaklint::once_guard_of(program_.file(file).facts, uses(file), control_flow(file),
                                 program_.local(at));
}

bool CodeAnswers::runs_once_for_each_key(GlobalValue at) const {
  return once_guard_of(at).has_value();
}

bool CodeAnswers::is_memoised(GlobalValue at) const {
  if (runs_once_for_each_key(at)) return true;
  const FileId file = program_.file_of(at);
  return memo_guard_of(program_.file(file).facts, uses(file), control_flow(file), program_.local(at))
      .has_value();
}

bool CodeAnswers::runs_once(GlobalValue at) const {
  const auto guard = once_guard_of(at);
  // Once for each key is no bound on how many keys there are.
  return guard && guard->kind != OnceGuard::Kind::per_key;
}

}  // namespace leaklint
