// SPDX-License-Identifier: MIT
#include "model/clean_reader.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <future>
#include <vector>

#include "model/codec.h"
#include "model/error.h"
#include "model/id_index.h"
#include "model/interchange.h"
#include "model/json_scanner.h"
#include "model/rules.h"
#include "model/settings.h"

namespace inroad {
namespace {

const std::string nowhere;  // places are the careful reader's business

// An object's keys as they come: none empty, none twice.
class Keys {
 public:
  void note(std::string_view key) {
    constexpr std::size_t most = 64;
    if (key.empty() || seen_.size() == most ||
        std::find(seen_.begin(), seen_.end(), key) != seen_.end())
      throw Unclean();
    seen_.emplace_back(key);
  }
  void clear() { seen_.clear(); }

 private:
  std::vector<std::string> seen_;
};

class CleanReader {
 public:
  explicit CleanReader(std::string_view text) : scan_(text) {}

  Account read() {
    bool has_format = false;
    Keys keys;
    scan_.object([&](std::string_view key) {
      keys.note(key);
      if (key == "format") {
        has_format = scan_.peek() == '"' && scan_.string() == format_name;
        if (!has_format) throw Unclean();
      } else {
        read_key(std::string(key));
      }
    });
    scan_.finish();
    if (!has_format) throw Unclean();
    check();
    return std::move(account_);
  }

 private:
  void read_key(const std::string& key) {
    if (scan_.null()) return;
    const RecordKind kind = record_kind_of(key);
    if (kind == RecordKind::account) {
      account_.info = from_json<AccountInfo>(scan_.value(), nowhere);
    } else if (kind == RecordKind::settings) {
      account_.settings = from_json<Settings>(scan_.value(), nowhere);
    } else if (kind == RecordKind{}) {
      account_.extra[key] = scan_.value();
    } else {
      with_list(kind, [&]<class Record>(std::type_identity<Record>) { read_list<Record>(); });
    }
  }

  template <class Record>
  void read_list() {
    auto& table = account_.all<Record>();
    scan_.array([&] { read_record(table.add_unsorted()); });
    sorted_.push_back(std::async([&table] { return table.sort(); }));
  }

  template <class Record>
  void read_record(Record& record) {
    std::bitset<32> seen;
    std::size_t expected = 0;  // fields mostly come in the table's order
    unknown_.clear();
    scan_.object([&](std::string_view key) {
      const std::size_t place = place_of<Record>(key, expected);
      if (place == unknown_key) return read_unknown(record, key);
      if (seen.test(place)) throw Unclean();
      seen.set(place);
      expected = place + 1;
      if (!scan_.null()) read_field_at(record, place);
    });
    if (record.id.empty()) throw Unclean();
    check_record(record, nowhere);
  }

  static constexpr std::size_t unknown_key = 31;

  // The id is the first field, at 0.
  template <class Record>
  static std::size_t place_of(std::string_view key, std::size_t expected) {
    static constexpr auto names = std::apply(
        [](const auto&... field) {
          return std::array{std::string_view("id"), field.name...};
        },
        fields<Record>);
    static_assert(names.size() < unknown_key);
    for (std::size_t place = expected; place < names.size(); ++place)
      if (names[place] == key) return place;
    for (std::size_t place = 0; place < expected; ++place)
      if (names[place] == key) return place;
    return unknown_key;
  }

  template <class Record>
  void read_field_at(Record& record, std::size_t place) {
    if (place == 0) {
      record.id = scan_.string();
      return;
    }
    std::size_t next = 1;
    for_each_field<Record>([&](const auto& field) {
      if (next++ == place) read_into(record, field);
    });
  }

  // Texts, words, numbers: those there are many of. The others by way of their JSON value.
  template <class Record>
  void read_into(Record& record, const Field<Record, std::string>& field) {
    std::string& member = record.*field.member;
    member = scan_.string();
    if (field.is_date) check_date(member, Place{nowhere, field.name});
  }
  template <class Record, Word Enum>
  void read_into(Record& record, const Field<Record, Enum>& field) {
    record.*field.member = word_named<Enum>(scan_.string());
    if (record.*field.member == Enum{}) throw Unclean();
  }
  template <class Record>
  void read_into(Record& record, const Field<Record, Strength>& field) {
    Strength& strength = record.*field.member;
    if (scan_.peek() == '"') {
      strength.word = scan_.string();
    } else {
      strength.number = scan_.number();
      if (!(*strength.number >= 0 && *strength.number <= 1)) throw Unclean();
    }
  }
  template <class Record, class Member>
  void read_into(Record& record, const Field<Record, Member>& field) {
    write_field(record, field, scan_.value(), nowhere);
  }

  template <class Record>
  void read_unknown(Record& record, std::string_view key) {
    const std::string name(key);
    unknown_.note(name);
    if (!scan_.null()) record.extra[name] = scan_.value();
  }

  template <class Record>
  void check_list(const IdIndex& index) const {
    for (const auto& [id, record] : account_.all<Record>()) check_links(index, record, nowhere);
  }

  void check() {
    for (auto& is_sorted : sorted_)
      if (!is_sorted.get()) throw Unclean();
    advice_settings(account_.settings, nowhere);
    // Ties are most of what there is to check: they go beside the rest. What they refer to is
    // looked up by both, so it is made before.
    const IdIndex index(account_);
    index.of<Person>();
    index.of<Note>();
    std::future<void> ties = std::async([&] { check_list<Tie>(index); });
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      if constexpr (!std::is_same_v<Record, Tie>) check_list<Record>(index);
    });
    ties.get();
    ParentWalk walk(index);
    for (const auto& [id, unit] : account_.all<Unit>())
      if (walk.is_in_cycle(unit)) throw Unclean();
  }

  JsonScanner scan_;
  Keys unknown_;
  Account account_;
  std::vector<std::future<bool>> sorted_;  // goes before the account, waiting for what still sorts
};

}  // namespace

std::optional<Account> read_clean_interchange(std::string_view text) {
  try {
    return CleanReader(text).read();
  } catch (const Unclean&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace inroad
