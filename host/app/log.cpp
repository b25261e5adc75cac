// SPDX-License-Identifier: MIT
#include "app/log.h"

#include "model/one_line.h"
#include "model/words.h"
#include "store/account_file.h"

namespace inroad::app {
namespace {

class Log {
 public:
  Log(const Document& document, const std::vector<Edit>& edits, const FacetBook& facets)
      : document_(document), edits_(edits), versions_(document.versions()), facets_(facets) {}

  std::string text() const {
    std::string lines = versions_after({});
    for (const Edit& edit : edits_) {
      const std::string title = one_line(said_by(edit.author, title_of_cause(edit)));
      lines += format("{:>4}  {}  {}\n", edit.sequence, edit.time, title) + versions_after(edit.id);
    }
    return lines;
  }

  std::string json() const {
    std::string text = "[";
    for (const Edit& edit : edits_) {
      Value json = to_json(edit);
      json["title"] = title_of(edit, document_.account(), &facets_);
      if (!edit.author.empty()) json["author_name"] = name(edit.author);
      for (const store::Version& version : versions_)
        if (version.edit == edit.id)
          json["versions"].push_back(
              {{"name", version.name}, {"time", version.time}, {"by", version.author}});
      text += (text.size() > 1 ? ",\n " : "") + to_text(json);
    }
    return text + "]\n";
  }

 private:
  std::string name(const Id& person) const {
    const Person* found = document_.account().find<Person>(person);
    return found != nullptr && !found->name.empty() ? found->name : person;
  }

  std::string said_by(const Id& person, const std::string& text) const {
    return person.empty() ? text : format(_("{}: {}"), name(person), text);
  }

  std::string title_of_cause(const Edit& edit) const {
    const std::string title = title_of(edit, document_.account(), &facets_);
    return edit.cause.kind == CauseKind::plugin
               ? format(_("{} (proposed by {})"), title, edit.cause.plugin)
               : title;
  }

  std::string versions_after(const Id& edit) const {
    std::string lines;
    for (const store::Version& version : versions_)
      if (version.edit == edit)
        lines += format("      {}  {}\n", version.time,
                        one_line(said_by(version.author, format(_("Version “{}”"), version.name))));
    return lines;
  }

  const Document& document_;
  const std::vector<Edit>& edits_;
  const std::vector<store::Version> versions_;
  const FacetBook& facets_;
};

}  // namespace

std::string log_text(const Document& document, const std::vector<Edit>& edits,
                     const FacetBook& facets) {
  return Log(document, edits, facets).text();
}

std::string log_json(const Document& document, const std::vector<Edit>& edits,
                     const FacetBook& facets) {
  return Log(document, edits, facets).json();
}

}  // namespace inroad::app
