#include "driver/atomic_file.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/read_file.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

// All the steps below return 0 or an `errno`.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return 0;
}

// A file under a name of its own, which is gone again unless it has been moved into place.
class TemporaryFile {
 public:
  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  // With the permissions that any new file gets (mkstemp's would keep others from reading a report).
  int create_in(const std::string& folder) {
    std::random_device random;
    for (int attempt = 0; attempt < 100; ++attempt) {
      std::string path = folder + "/.leaklint-" + std::to_string(random()) + ".tmp";
      descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor_ < 0 && (errno == EEXIST || errno == EINTR)) continue;
      if (descriptor_ < 0) return errno;
      path_ = std::move(path);
      return 0;
    }
    return EEXIST;
  }

  int take_over(const struct stat& old) {
    // Only root may give files away; for others the new file is theirs, as with any editor that saves so. The
    // owner comes first, as changing it takes special permission bits off.
    if (::fchown(descriptor_, old.st_uid, old.st_gid) != 0 && errno != EPERM) return errno;
    return ::fchmod(descriptor_, old.st_mode & 07777) == 0 ? 0 : errno;
  }

  int fill(std::string_view bytes) {
    if (int error = write_all(descriptor_, bytes); error != 0) return error;
    // Without this, a crash of the machine soon after could leave the new name with none of the new bytes.
    if (::fsync(descriptor_) != 0) return errno;
    return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno;
  }

  int move_to(const std::string& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    path_.clear();
    return 0;
  }

 private:
  int descriptor_ = -1;
  std::string path_;
};

// Puts the renaming itself on the disk. Some file systems cannot; the file is whole either way.
void sync_folder(const std::string& folder) {
  int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

int write_directly(const std::string& path, std::string_view bytes) {
  int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int error = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

// Where the path's symbolic links lead, also if nothing is there yet.
fs::path follow_links(fs::path path) {
  constexpr int most_links = 40;
  std::error_code error;
  for (int links = 0; links < most_links && fs::is_symlink(path, error); ++links) {
    fs::path target = fs::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / target;
  }
  return path;
}

int replace_file(const std::string& path, std::string_view bytes) {
  struct stat old {};
  bool is_there = ::stat(path.c_str(), &old) == 0;
  if (!is_there && errno != ENOENT) return errno;
  if (is_there && S_ISDIR(old.st_mode)) return EISDIR;
  if (is_there && !S_ISREG(old.st_mode)) return write_directly(path, bytes);
  // Renaming would replace a file that may not be written to; saving a file must not.
  if (is_there && ::access(path.c_str(), W_OK) != 0) return errno;

  fs::path target = follow_links(path);
  std::string folder = target.has_parent_path() ? target.parent_path().string() : ".";
  TemporaryFile file;
  if (int error = file.create_in(folder); error != 0) return error;
  if (is_there) {
    if (int error = file.take_over(old); error != 0) return error;
  }
  if (int error = file.fill(bytes); error != 0) return error;
  if (int error = file.move_to(target.string()); error != 0) return error;
  sync_folder(folder);
  return 0;
}

}  // namespace

std::optional<Error> write_file(const std::string& path, std::string_view bytes) {
  int error = replace_file(path, bytes);
  if (error == 0) return std::nullopt;
  return Error{"cannot write '" + path + "': " + system_reason(error)};
}

}  // namespace leaklint
