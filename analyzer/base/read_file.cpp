#include "base/read_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace leaklint {
namespace {

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) {
    do {
      descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    } while (descriptor_ < 0 && errno == EINTR);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

Error too_large(const std::string& path, uint64_t most_bytes) {
  if (most_bytes == largest_text) return cannot_read(path, "larger than 4 GiB");
  return cannot_read(path, "larger than " + std::to_string(most_bytes) + " bytes");
}

Result<std::string> read_to_end(const std::string& path, int descriptor, uint64_t expected_size,
                                uint64_t most_bytes) {
  constexpr size_t smallest_step = 64 * 1024;
  std::string bytes;
  // One byte more than expected, so that a file of the expected size needs no second buffer to find its end.
  bytes.resize(expected_size + 1);
  size_t length = 0;
  while (true) {
    if (length == bytes.size()) bytes.resize(bytes.size() + std::max(bytes.size() / 2, smallest_step));
    ssize_t count = ::read(descriptor, bytes.data() + length, bytes.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(path, system_reason(errno));
    if (count == 0) break;
    length += static_cast<size_t>(count);
    if (length > most_bytes) return too_large(path, most_bytes);
  }
  bytes.resize(length);
  return bytes;
}

}  // namespace

Error cannot_read(const std::string& path, const std::string& reason) {
  return Error{"cannot read '" + path + "': " + reason};
}

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

Result<std::string> read_file(const std::string& path, uint64_t most_bytes) {
  OpenFile file(path);
  if (file.descriptor() < 0) return cannot_read(path, system_reason(errno));
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) return cannot_read(path, system_reason(errno));
  if (S_ISDIR(status.st_mode)) return cannot_read(path, "is a folder");
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode))
    return cannot_read(path, "is not a regular file");
  auto size = static_cast<uint64_t>(std::max<off_t>(status.st_size, 0));
  if (size > most_bytes) return too_large(path, most_bytes);
  return read_to_end(path, file.descriptor(), size, most_bytes);
}

}  // namespace leaklint
