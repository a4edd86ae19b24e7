#include "lsp/analysis.h"

namespace leaklint {

using Clock = std::chrono::steady_clock;

namespace {

/// A link that takes long waits until the user pauses, for as long as the last one took, but not longer than
/// this.
constexpr auto longest_pause = std::chrono::milliseconds(400);
constexpr auto short_link = std::chrono::milliseconds(40);

}  // namespace

void ProjectChanges::merge(ProjectChanges later) {
  sequence = later.sequence;
  if (later.setup) setup = std::move(later.setup);
  may_have_other_files |= later.may_have_other_files;
  has_other_modules |= later.has_other_modules;
  for (auto& [path, text] : later.texts) texts[path] = std::move(text);
  touched.merge(later.touched);
}

Analysis::Analysis(RuleTable rules, unsigned threads, Listener listener)
    : rules_(rules), listener_(std::move(listener)), project_(rules, threads), checker_(rules) {
  latest_.rules = rules;
  file_thread_ = std::thread([this] { follow_changes(); });
  link_thread_ = std::thread([this] { follow_links(); });
}

Analysis::~Analysis() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    changed_.notify_all();
  }
  file_thread_.join();
  link_thread_.join();
}

void Analysis::change(ProjectChanges changes) {
  const std::lock_guard lock(mutex_);
  if (changes_)
    changes_->merge(std::move(changes));
  else
    changes_ = std::move(changes);
  changed_.notify_all();
}

std::optional<ProjectChanges> Analysis::next_changes() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_ending_ || changes_; });
  if (is_ending_) return std::nullopt;
  return std::exchange(changes_, std::nullopt);
}

void Analysis::follow_changes() {
  while (auto changes = next_changes()) apply(std::move(*changes));
}

void Analysis::apply(ProjectChanges changes) {
  for (auto& [path, text] : changes.texts) project_.set_text(path, std::move(text));
  for (const std::string& path : changes.touched) project_.touch(path);
  const bool has_other_settings = changes.setup.has_value();
  std::optional<Error> error;
  if (changes.setup)
    error = project_.load(std::move(*changes.setup));
  else if (changes.may_have_other_files && project_.settings())
    error = project_.find_files();
  if (error) listener_.on_error(std::move(*error));
  if (!project_.settings()) return;
  project_.analyse(listener_.on_progress);

  std::unique_lock lock(mutex_);
  Project::Files files = project_.files();
  const bool needs_link = files != latest_.files || changes.has_other_modules || has_other_settings;
  latest_.files = std::move(files);
  latest_.owner = project_.settings();
  latest_.sequence = changes.sequence;
  if (needs_link)
    ask_for_link({latest_.files, project_.settings(), project_.settings()->model_files(), changes.sequence,
                  changes.has_other_modules, has_other_settings});
  publish(lock);
}

void Analysis::ask_for_link(LinkInput input) {
  if (link_) {
    input.has_other_modules |= link_->has_other_modules;
    input.has_other_settings |= link_->has_other_settings;
  }
  link_ = std::move(input);
  changed_.notify_all();
}

std::optional<Analysis::LinkInput> Analysis::next_link() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_ending_ || link_; });
  if (last_link_ > short_link && latest_.linked) {
    const auto pause = std::min<Clock::duration>(last_link_, longest_pause);
    for (uint64_t seen = 0; !is_ending_ && seen != link_->sequence;) {
      seen = link_->sequence;
      changed_.wait_for(lock, pause, [&] { return is_ending_ || link_->sequence != seen; });
    }
  }
  if (is_ending_) return std::nullopt;
  return std::exchange(link_, std::nullopt);
}

void Analysis::follow_links() {
  std::optional<std::vector<std::string>> loaded;
  while (auto input = next_link()) {
    const auto started = Clock::now();
    if (input->has_other_settings || loaded != input->model_files) {
      loaded = input->model_files;
      if (const auto error = checker_.load(*loaded)) {
        listener_.on_error(*error);
        (void)checker_.load({});  // without the user's own, which cannot fail
      }
    }
    if (input->has_other_modules || input->has_other_settings) checker_.forget_modules();
    auto linked = std::make_shared<const LinkedProject>(
        link_project(checker_, std::move(input->files), std::move(input->settings)));
    std::unique_lock lock(mutex_);
    last_link_ = Clock::now() - started;
    latest_.linked = std::move(linked);
    publish(lock);
  }
}

/// The lock keeps snapshots in order.
void Analysis::publish(std::unique_lock<std::mutex>&) {
  listener_.on_snapshot(std::make_shared<const ProjectSnapshot>(latest_));
}

}  // namespace leaklint
