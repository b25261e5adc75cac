// SPDX-License-Identifier: MIT
//
// An exporter: who is on the picture, as a table for a wiki or a mail.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

// Text that is nothing but text in Markdown.
static std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]()<>#|!").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

class Markdown : public sdk::Exporter {
  std::vector<std::uint8_t> write(const sdk::Call& call,
                                  const msg::ExportRequest& request) override {
    const sdk::Map map = call.map();
    std::string out = "# " + plain(sdk::text(request.title())) + "\n\n";
    for (const char* heading : {sdk::tr("Name"), sdk::tr("Title"), sdk::tr("Unit")})
      out += std::string("| ") + heading + " ";
    out += "|\n";
    out += "|---|---|---|\n";
    for (const msg::Card& card : sdk::items(call.scene().cards())) {
      const sdk::Person person = map.person(card.person());
      const auto unit = person.unit();
      out += "| " + plain(person.name()) + " | " + plain(person.title()) + " | " +
             plain(unit ? unit->name() : "") + " |\n";
    }
    return {out.begin(), out.end()};
  }
};
INROAD_PLUGIN(Markdown)
