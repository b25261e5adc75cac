// SPDX-License-Identifier: MIT
#include "model/clean_part.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "model/codec.h"
#include "model/error.h"
#include "model/interchange.h"
#include "model/record_fields.h"
#include "model/rules.h"

namespace inroad {
namespace {

const std::string nowhere;  // places are the careful reader's business

// An object's keys as they come: none empty, none twice.
void note_key(std::vector<std::string>& keys, std::string_view key) {
  constexpr std::size_t most = 64;
  if (key.empty() || keys.size() == most || std::find(keys.begin(), keys.end(), key) != keys.end())
    throw Unclean();
  keys.emplace_back(key);
}

// The id, then the fields.
template <class Record>
constexpr auto members_of =
    std::tuple_cat(std::tuple{Field{"id", &Record::id, Sensitivity::public_, ""}}, fields<Record>);

class PartReader {
 public:
  PartReader(std::string_view text, std::size_t offset, std::size_t depth,
             const std::optional<MeetingPoint>& meeting)
      : scan_(text.substr(offset), depth), text_(text), meeting_(meeting) {}

  CleanPart read_front() {
    if (!scan_.enter('{') || scan_.members([&](std::string_view key) { return read_member(key); }))
      scan_.finish();
    return whole();
  }

  CleanPart read_rest(RecordKind list, const std::atomic<bool>& is_wanted) {
    with_list(list, [&]<class Record>(std::type_identity<Record>) {
      scan_.elements([&] {
        if (!is_wanted.load(std::memory_order_relaxed)) throw Unclean();
        read_record<Record>();
        return true;
      });
    });
    if (scan_.goes_on('}'))
      scan_.members([&](std::string_view key) {
        if (!is_wanted.load(std::memory_order_relaxed)) throw Unclean();
        return read_member(key);
      });
    scan_.finish();
    return whole();
  }

 private:
  CleanPart whole() {
    std::apply([](auto&... order) { (order.sort(), ...); }, part_.orders);
    return std::move(part_);
  }

  // False at the meeting point, where the rest is another's.
  bool read_member(std::string_view key) {
    note_key(part_.keys, key);
    if (key != "format") return read_key(std::string(key));
    part_.has_format = scan_.peek() == '"' && scan_.string() == format_name;
    if (!part_.has_format) throw Unclean();
    return true;
  }
  bool read_key(const std::string& key) {
    if (scan_.null()) return true;
    Account& account = part_.account;
    const RecordKind kind = record_kind_of(key);
    if (kind == RecordKind::account) {
      account.info = from_json<AccountInfo>(scan_.value(), nowhere);
    } else if (kind == RecordKind::settings) {
      account.settings = from_json<Settings>(scan_.value(), nowhere);
    } else if (kind == RecordKind{}) {
      account.extra[key] = scan_.value();
    } else {
      with_list(kind, [&]<class Record>(std::type_identity<Record>) { read_list<Record>(); });
    }
    return !part_.is_met;
  }

  template <class Record>
  void read_list() {
    const bool is_meeting_here = meeting_ && meeting_->list == record_kind<Record>;
    const char* const meeting = is_meeting_here ? text_.data() + meeting_->offset : nullptr;
    if (!scan_.enter('[')) return;
    part_.is_met = !scan_.elements([&] {
      if (scan_.position() == meeting) return false;
      read_record<Record>();
      return true;
    });
  }

  // A record's members mostly come in the order of its fields: each of these is looked for where it
  // is expected, and only what comes out of turn is looked up.
  template <class Record>
  void read_record() {
    Record& record = part_.account.all<Record>().add_unsorted();
    constexpr std::make_index_sequence<std::tuple_size_v<decltype(members_of<Record>)>> places;
    static_assert(places.size() <= Seen().size());
    Seen seen;
    unknown_.clear();
    if (scan_.enter('{'))
      while (read_expected(record, seen, places) && read_any(record, seen, places)) {
      }
    if (record.id.empty()) throw Unclean();
    check_record(record, nowhere);
    std::get<TableOrder<Record>>(part_.orders).add(&record);
  }

  using Seen = std::bitset<32>;  // by place

  // Whether there are more members to come.
  template <class Record, std::size_t... place>
  bool read_expected(Record& record, Seen& seen, std::index_sequence<place...>) {
    const auto read = [&]<std::size_t here>(std::integral_constant<std::size_t, here>) {
      if (!scan_.takes_key(std::get<here>(members_of<Record>).name)) return true;
      read_known<here>(record, seen);
      return scan_.goes_on('}');
    };
    return (read(std::integral_constant<std::size_t, place>()) && ...);
  }
  template <class Record, std::size_t... place>
  bool read_any(Record& record, Seen& seen, std::index_sequence<place...>) {
    const std::string_view key = scan_.key();
    const auto read = [&]<std::size_t here>(std::integral_constant<std::size_t, here>) {
      if (key != std::get<here>(members_of<Record>).name) return false;
      read_known<here>(record, seen);
      return true;
    };
    if (!(read(std::integral_constant<std::size_t, place>()) || ...)) read_unknown(record, key);
    return scan_.goes_on('}');
  }
  template <std::size_t place, class Record>
  void read_known(Record& record, Seen& seen) {
    if (seen.test(place)) throw Unclean();
    seen.set(place);
    if (!scan_.null()) read_into(record, std::get<place>(members_of<Record>));
  }

  // Texts, words, numbers: those there are many of. The others by way of their JSON value.
  template <class Record, Text Member>
  void read_into(Record& record, const Field<Record, Member>& field) {
    Member& member = record.*field.member;
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
    note_key(unknown_, name);
    if (!scan_.null()) record.extra[name] = scan_.value();
  }

  JsonScanner scan_;
  const std::string_view text_;
  const std::optional<MeetingPoint> meeting_;
  std::vector<std::string> unknown_;  // of the record at hand
  CleanPart part_;
};

// How many of the keys of the object that begins there the record has as fields.
template <class Record>
std::size_t known_keys(std::string_view text) {
  std::size_t known = 0;
  JsonScanner scan(text);
  scan.object([&](std::string_view key) {
    known += is_table_field<Record>(key);
    scan.value();
  });
  return known;
}

// The list whose records look most like the object that begins there.
std::optional<RecordKind> list_of(std::string_view object) {
  std::optional<RecordKind> best;
  std::size_t most = 0;
  try {
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      const std::size_t known = known_keys<Record>(object);
      if (known > most) best = record_kind<Record>;
      most = std::max(most, known);
    });
  } catch (const Unclean&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
  return best;
}

}  // namespace

std::optional<MeetingPoint> meeting_point(std::string_view text, std::size_t offset) {
  // Records follow each other as "}, {", with white space or without; so may other objects, and
  // what looks so may stand in a text. More than a few misses are not worth the search.
  constexpr int most_misses = 50;
  const auto next = [&](std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at + 1), text.size());
  };
  std::size_t end = std::min(text.find('}', offset), text.size());
  for (int misses = 0; misses < most_misses && end < text.size(); ++misses) {
    const std::size_t comma = next(end), first = next(comma);
    if (text.substr(comma, 1) == "," && text.substr(first, 1) == "{")
      if (const auto list = list_of(text.substr(first))) return MeetingPoint{first, *list};
    end = std::min(text.find('}', end + 1), text.size());
  }
  return std::nullopt;
}

CleanPart read_clean_front(std::string_view text, const std::optional<MeetingPoint>& meeting) {
  return PartReader(text, 0, 0, meeting).read_front();
}

CleanPart read_clean_rest(std::string_view text, const MeetingPoint& meeting,
                          const std::atomic<bool>& is_wanted) {
  constexpr std::size_t inside_a_list = 2;  // of the file's object
  return PartReader(text, meeting.offset, inside_a_list, std::nullopt)
      .read_rest(meeting.list, is_wanted);
}

}  // namespace inroad
