#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace leaklint {

/// An index into one kind of table. Ids of different tables do not mix and have no arithmetic; `none` is the
/// absent id. Four bytes, so facts can be copied and cached as plain memory.
template <class Tag>
struct Id {
  static constexpr uint32_t none_raw = UINT32_MAX;
  uint32_t raw = none_raw;

  constexpr Id() = default;
  constexpr explicit Id(uint32_t value) : raw(value) {}
  constexpr explicit operator bool() const { return raw != none_raw; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// Rows of one kind, contiguous, reachable only by their own id type.
template <class IdType, class Row>
class Table {
 public:
  IdType add(Row row) {
    rows_.push_back(std::move(row));
    return IdType(static_cast<uint32_t>(rows_.size() - 1));
  }
  Row& operator[](IdType id) {
    assert(id.raw < rows_.size());
    return rows_[id.raw];
  }
  const Row& operator[](IdType id) const {
    assert(id.raw < rows_.size());
    return rows_[id.raw];
  }
  uint32_t size() const { return static_cast<uint32_t>(rows_.size()); }
  bool empty() const { return rows_.empty(); }
  void reserve(size_t count) { rows_.reserve(count); }
  IdType next_id() const { return IdType(size()); }
  bool contains(IdType id) const { return id.raw < rows_.size(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  const std::vector<Row>& rows() const { return rows_; }
  std::vector<Row>& rows() { return rows_; }

 private:
  std::vector<Row> rows_;
};

/// Iterates over all ids of a table: `for (auto id : ids(table))`.
template <class IdType>
class IdRange {
 public:
  IdRange(uint32_t first, uint32_t last) : first_(first), last_(last) {}
  struct Iterator {
    uint32_t raw;
    IdType operator*() const { return IdType(raw); }
    Iterator& operator++() {
      ++raw;
      return *this;
    }
    bool operator==(const Iterator&) const = default;
  };
  Iterator begin() const { return {first_}; }
  Iterator end() const { return {last_}; }

 private:
  uint32_t first_, last_;
};

template <class IdType, class Row>
IdRange<IdType> ids(const Table<IdType, Row>& table) {
  return IdRange<IdType>(0, table.size());
}

}  // namespace leaklint

template <class Tag>
struct std::hash<leaklint::Id<Tag>> {
  size_t operator()(leaklint::Id<Tag> id) const noexcept { return std::hash<uint32_t>{}(id.raw); }
};
