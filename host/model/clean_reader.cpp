// SPDX-License-Identifier: MIT
//
// Reads in one or two parts, puts them together, then checks what only the whole can tell.
#include "model/clean_reader.h"

#include <algorithm>
#include <future>
#include <tuple>
#include <utility>

#include "model/clean_part.h"
#include "model/error.h"
#include "model/id_index.h"
#include "model/rules.h"
#include "model/settings.h"

namespace inroad {
namespace {

const std::string nowhere;  // places are the careful reader's business

bool has(const CleanPart& part, std::string_view key) {
  return std::find(part.keys.begin(), part.keys.end(), key) != part.keys.end();
}

// What comes from the rest of the file.
void add_rest(CleanPart& front, CleanPart& rest) {
  if (std::ranges::any_of(rest.keys, [&](const std::string& key) { return has(front, key); }))
    throw Unclean();
  front.has_format = front.has_format || rest.has_format;
  Account& account = front.account;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    account.all<Record>().add_unsorted(std::move(rest.account.all<Record>()));
  });
  if (has(rest, word(RecordKind::account))) account.info = std::move(rest.account.info);
  if (has(rest, word(RecordKind::settings))) account.settings = std::move(rest.account.settings);
  account.extra.update(rest.account.extra);
}

// One after the other of the fields, while the piece is near.
template <class Record>
void check_piece(const IdIndex& index, const auto& piece) {
  for_each_field<Record>([&]<class Member>(const Field<Record, Member>& field) {
    if (!is_strict(field.refers)) return;
    if constexpr (Text<Member>) {
      with_list(field.refers.kind, [&]<class Target>(std::type_identity<Target>) {
        if (!index.has_all<Target>(piece, field.member)) throw Unclean();
      });
    } else {
      for (const auto& [id, record] : piece)
        for_each_reference(record, field, [&](const Id& other) {
          if (!has_record(index, field.refers.kind, other)) throw Unclean();
        });
    }
  });
  if constexpr (std::is_same_v<Record, Claim>)
    for (const auto& [id, claim] : piece) check_fit(index, claim, nowhere);
}

// By two threads: each takes the next piece nobody has taken.
void check_links(const Account& account) {
  const IdIndex index(account);
  std::atomic<std::size_t> next = 0;
  const auto check_pieces = [&] {
    std::size_t mine = next++, piece = 0;
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      const auto& table = account.all<Record>();
      for (std::size_t i = 0; i < table.piece_count(); ++i) {
        if (piece++ != mine) continue;
        check_piece<Record>(index, table.piece(i));
        mine = next++;
      }
    });
  };
  std::future<void> beside = std::async(check_pieces);
  check_pieces();
  beside.get();
  ParentWalk walk(index);
  for (const auto& [id, unit] : account.all<Unit>())
    if (walk.is_in_cycle(unit)) throw Unclean();
}

Account whole(CleanPart front, CleanPart rest) {
  add_rest(front, rest);
  if (!front.has_format) throw Unclean();
  Account& account = front.account;
  advice_settings(account.settings, nowhere);
  check_links(account);
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    using Order = TableOrder<Record>;
    if (!account.all<Record>().arrange(std::get<Order>(front.orders), std::get<Order>(rest.orders)))
      throw Unclean();
  });
  return std::move(account);
}

Account read(std::string_view text, const std::optional<MeetingPoint>& meeting) {
  if (!meeting) return whole(read_clean_front(text, {}), {});
  std::atomic<bool> is_wanted = true;
  std::future<CleanPart> rest =
      std::async([&] { return read_clean_rest(text, *meeting, is_wanted); });
  struct NoLongerWanted {
    std::atomic<bool>& is_wanted;
    ~NoLongerWanted() { is_wanted = false; }
  } at_end{is_wanted};  // goes before the future, which waits
  CleanPart front = read_clean_front(text, meeting);
  if (front.is_met) return whole(std::move(front), rest.get());
  is_wanted = false;
  return whole(std::move(front), {});
}

}  // namespace

std::optional<Account> read_clean_interchange(std::string_view text,
                                              std::optional<std::size_t> middle) {
  try {
    return read(text, middle ? meeting_point(text, *middle) : std::nullopt);
  } catch (const Unclean&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<Account> read_clean_interchange(std::string_view text) {
  constexpr std::size_t worth_a_thread = 1 << 20;
  if (text.size() < worth_a_thread) return read_clean_interchange(text, std::nullopt);
  return read_clean_interchange(text, text.size() / 2);
}

}  // namespace inroad
