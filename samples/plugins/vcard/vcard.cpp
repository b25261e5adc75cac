// SPDX-License-Identifier: MIT
//
// An importer: people from the address cards that mail programs and telephones write (vCard 3 and
// 4).
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

// One line; lines that begin with a blank go on the one before.
static std::string next_line(std::string_view& rest) {
  std::string line;
  do {
    std::string_view piece = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
    if (piece.ends_with('\r')) piece.remove_suffix(1);
    line += line.empty() ? piece : piece.substr(1);
  } while (rest.starts_with(' ') || rest.starts_with('\t'));
  return line;
}

// "\," is a comma, "\n" a line end (here a blank).
static std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size())
      out += value[i];
    else
      out += value[++i] == 'n' ? ' ' : value[i];
  }
  return out;
}

class VCard : public sdk::Importer {
  msg::ChangesT read(const sdk::Call& call, const msg::ImportRequest&, sdk::Bytes file) override {
    std::string_view rest(reinterpret_cast<const char*>(file.data()), file.size());
    sdk::ChangesBuilder changes;
    sdk::RecordBuilder person;
    std::string name;
    int card = 0;
    while (!rest.empty()) {
      if (call.is_cancelled()) return changes.finish();
      const std::string line = next_line(rest);
      const std::size_t colon = line.find(':');
      if (colon == std::string::npos) continue;
      const std::string key = line.substr(0, std::min(colon, line.find(';')));
      const std::string value = unescaped(std::string_view(line).substr(colon + 1));
      if (key == "BEGIN") {
        person = {};
        name.clear();
        ++card;
      } else if (key == "FN") {
        name = value;
        person.set("id", value).set("name", value);
      } else if (key == "TITLE") {
        person.set("title", value);
      } else if (key == "EMAIL") {
        person.set("email", value);
      } else if (key == "TEL") {
        person.set("phone", value);
      } else if (key == "END") {
        const std::string place = sdk::tr("card {}", card);
        if (name.empty())
          changes.problem("no_name", place, sdk::tr("There is no name (FN) on this card."));
        else
          changes.put("people", person, place);
      }
    }
    if (card == 0) throw sdk::Refused(sdk::tr("There is no address card in this file."));
    return changes.finish();
  }
};
INROAD_PLUGIN(VCard)
