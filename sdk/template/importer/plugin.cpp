// @title@: reads one person a line, name;title.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::Importer {
  msg::ChangesT read(const sdk::Call&, const msg::ImportRequest&, sdk::Bytes file) override {
    std::string_view rest(reinterpret_cast<const char*>(file.data()), file.size());
    sdk::ChangesBuilder changes;
    for (int row = 1; !rest.empty(); ++row) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const std::string_view name = line.substr(0, line.find(';'));
      const std::string place = sdk::tr("line {}", row);
      if (name.empty()) {
        changes.problem("no_name", place, sdk::tr("There is no name in this line."));
        continue;
      }
      sdk::RecordBuilder person;
      person.set("id", name).set("name", name);
      if (name.size() < line.size()) person.set("title", line.substr(name.size() + 1));
      changes.put("people", person, place);
    }
    return changes.finish();
  }
};
INROAD_PLUGIN(@Class@)
