// SPDX-License-Identifier: MIT
//
// replay MESSAGE FILE: exit 0 when today's verifier takes the answer of a released version.
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/annotations_generated.h>
#include <inroad/messages/changes_generated.h>
#include <inroad/messages/findings_generated.h>
#include <inroad/messages/scene_generated.h>

#include <fstream>
#include <iterator>
#include <string>

namespace msg = inroad::msg;

template <class Message>
static bool is_taken(const std::string& bytes, const char* identifier) {
  flatbuffers::Verifier verifier(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return verifier.VerifyBuffer<Message>(identifier);
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string message = argv[1];
  std::ifstream file(argv[2], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (message == "scene") return !is_taken<msg::Scene>(bytes, msg::SceneIdentifier());
  if (message == "advice") return !is_taken<msg::Advice>(bytes, msg::AdviceIdentifier());
  if (message == "changes") return !is_taken<msg::Changes>(bytes, msg::ChangesIdentifier());
  if (message == "findings") return !is_taken<msg::Findings>(bytes, msg::FindingsIdentifier());
  if (message == "annotations")
    return !is_taken<msg::Annotations>(bytes, msg::AnnotationsIdentifier());
  return 2;
}
