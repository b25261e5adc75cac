// SPDX-License-Identifier: MIT
#include "app/derived.h"

#include <nlohmann/json.hpp>

#include "model/error.h"
#include "model/words.h"
#include "plugins/verify.h"

namespace inroad::app {

Derived derived_about(Calls& calls, const Snapshot& snapshot, const Id& person, Timings& timings) {
  msg::RequestT request;
  request.lang = language();
  request.ask.Set(msg::AnnotationRequestT());
  const msg::Snapshot& root = snapshot.root();
  Derived derived;
  for (const plugins::Bundle& bundle : calls.toolbox().catalogue().bundles) {
    if (bundle.kind != plugins::Kind::annotator || bundle.library.empty()) continue;
    try {
      const auto answer = calls.call(bundle, &snapshot, request, {}, timings);
      const msg::Annotations& told = plugins::verified_annotations(bundle, answer, root);
      if (told.annotations() == nullptr) continue;
      for (const msg::Annotation* one : *told.annotations())
        if (one->person() >= 0 &&
            root.people()->Get(static_cast<unsigned>(one->person()))->id()->string_view() == person)
          derived.values.push_back({bundle.id, one->facet()->str(), one->value()->str(),
                                    one->text() == nullptr ? "" : one->text()->str(),
                                    one->weight()});
    } catch (const Error& error) {
      if (error.kind != ErrorKind::plugin) throw;
      derived.failures.push_back(describe_current_exception().sentence);
    }
  }
  return derived;
}

std::string with_derived(const std::string& person_json, const Derived& derived) {
  auto json = nlohmann::ordered_json::parse(person_json);
  auto& list = json["derived"] = nlohmann::ordered_json::array();
  for (const DerivedValue& one : derived.values)
    list.push_back({{"plugin", one.plugin},
                    {"facet", one.facet},
                    {"value", one.value},
                    {"weight", one.weight},
                    {"text", one.text}});
  return json.dump(1) + "\n";
}

std::string derived_text(const Derived& derived, const FacetBook& facets) {
  std::string lines = "\n" + std::string(_("What follows from this, by plugins:")) + "\n";
  for (const DerivedValue& one : derived.values)
    lines += format(_("{0}: {1}. {2} ({3})"), facets.title(one.facet),
                    facets.label(one.facet, one.value), one.text, one.plugin) +
             "\n";
  if (derived.values.empty()) lines += std::string(_("Nothing.")) + "\n";
  return lines;
}

}  // namespace inroad::app
