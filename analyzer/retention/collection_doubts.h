#pragma once

#include "retention/collections.h"

namespace leaklint {

/// Reasons to doubt that a collection, which nothing trims, grows for ever. None is a proof; each costs
/// confidence.
class CollectionDoubts {
 public:
  CollectionDoubts(const Retention& retention, const Collections& collections)
      : retention_(retention), collections_(collections) {}

  /// What is left of a confidence.
  Confidence lowered(Confidence confidence, const Effect& add, const Holder& holder) const;

 private:
  bool is_declaration(const Effect& add) const;
  bool takes_over_the_process(const Effect& add) const;
  bool rests_on_unseen_call(const Effect& add) const;
  bool rests_on_callers(const Effect& add, Novelty novelty) const;
  bool remembers_warnings(const Effect& add, const Holder& holder) const;
  bool is_made_per_call(const Effect& add, const Holder& holder) const;
  bool is_for_development(const Effect& add) const;
  bool tests_a_development_switch(GlobalValue at) const;

  const Retention& retention_;
  const Collections& collections_;
};

}  // namespace leaklint
