#include "driver/cache_store.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <lmdb.h>
#include <xxhash.h>

namespace leaklint {
namespace {

/// Each value begins with the hash of what follows.
std::string sealed(std::string_view bytes) {
  const XXH64_hash_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string value(sizeof hash, '\0');
  std::memcpy(value.data(), &hash, sizeof hash);
  return value.append(bytes);
}

std::optional<std::string> unsealed(const MDB_val& value) {
  XXH64_hash_t hash = 0;
  if (value.mv_size < sizeof hash) return std::nullopt;
  std::memcpy(&hash, value.mv_data, sizeof hash);
  const std::string_view bytes(static_cast<const char*>(value.mv_data) + sizeof hash,
                               value.mv_size - sizeof hash);
  if (XXH3_64bits(bytes.data(), bytes.size()) != hash) return std::nullopt;
  return std::string(bytes);
}

template <class Bytes>
MDB_val value_of(const Bytes& bytes) {
  return {bytes.size(), const_cast<void*>(static_cast<const void*>(bytes.data()))};
}

/// A transaction that is given up unless it is committed.
class Transaction {
 public:
  Transaction(MDB_env* environment, unsigned flags) {
    if (mdb_txn_begin(environment, nullptr, flags, &transaction_) != 0) transaction_ = nullptr;
    if (transaction_ != nullptr && mdb_dbi_open(transaction_, nullptr, 0, &table_) != 0) give_up();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() { give_up(); }

  bool is_open() const { return transaction_ != nullptr; }
  MDB_txn* get() const { return transaction_; }
  MDB_dbi table() const { return table_; }

  void commit() {
    mdb_txn_commit(transaction_);
    transaction_ = nullptr;
  }

 private:
  void give_up() {
    if (transaction_ != nullptr) mdb_txn_abort(transaction_);
    transaction_ = nullptr;
  }

  MDB_txn* transaction_ = nullptr;
  MDB_dbi table_ = 0;
};

}  // namespace

struct CacheStore::Environment {
  MDB_env* handle = nullptr;

  Environment() = default;
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    if (handle != nullptr) mdb_env_close(handle);
  }

  /// Whether there is no room for so many bytes more. What lives takes half of the space at most: pages that
  /// are freed can only be used again two transactions later.
  bool is_full(const Transaction& transaction, size_t more) const {
    MDB_stat table{};
    MDB_envinfo space{};
    if (mdb_stat(transaction.get(), transaction.table(), &table) != 0) return true;
    if (mdb_env_info(handle, &space) != 0) return true;
    const size_t pages = table.ms_branch_pages + table.ms_leaf_pages + table.ms_overflow_pages;
    return pages * table.ms_psize + more > space.me_mapsize / 2;
  }

  void put(const CacheKey& key, const std::string& value) const {
    Transaction transaction(handle, 0);
    if (!transaction.is_open()) return;
    const bool begins_anew = is_full(transaction, value.size());
    if (begins_anew && mdb_drop(transaction.get(), transaction.table(), 0) != 0) return;
    MDB_val name = value_of(key);
    MDB_val content = value_of(value);
    if (mdb_put(transaction.get(), transaction.table(), &name, &content, 0) == 0) transaction.commit();
  }
};

CacheStore::CacheStore(std::unique_ptr<Environment> environment, size_t most_bytes)
    : environment_(std::move(environment)), most_bytes_(most_bytes) {}
CacheStore::CacheStore(CacheStore&&) noexcept = default;
CacheStore::~CacheStore() = default;

Result<CacheStore> CacheStore::open(const std::string& folder, size_t most_bytes) {
  const std::string what = "cannot use the cache in '" + folder + "': ";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error{what + error.message()};
  auto environment = std::make_unique<Environment>();
  int problem = mdb_env_create(&environment->handle);
  if (problem == 0) problem = mdb_env_set_mapsize(environment->handle, most_bytes);
  // Without a flush of its own for the last page a crash can lose the last change, but nothing else.
  if (problem == 0) problem = mdb_env_open(environment->handle, folder.c_str(), MDB_NOMETASYNC, 0644);
  if (problem != 0) return Error{what + mdb_strerror(problem)};
  return CacheStore(std::move(environment), most_bytes);
}

std::optional<std::string> CacheStore::find(const CacheKey& key) const {
  const Transaction transaction(environment_->handle, MDB_RDONLY);
  if (!transaction.is_open()) return std::nullopt;
  MDB_val name = value_of(key);
  MDB_val content{};
  if (mdb_get(transaction.get(), transaction.table(), &name, &content) != 0) return std::nullopt;
  return unsealed(content);
}

void CacheStore::keep(const CacheKey& key, std::string_view bytes) {
  if (bytes.size() <= most_bytes_ / 8) environment_->put(key, sealed(bytes));
}

std::string usual_cache_folder() {
  const char* caches = std::getenv("XDG_CACHE_HOME");
  if (caches != nullptr && *caches == '/') return std::string(caches) + "/leaklint";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache/leaklint" : "";
}

}  // namespace leaklint
