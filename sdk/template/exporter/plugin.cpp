// @title@: what stands on the cards, a line each.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::Exporter {
  std::vector<std::uint8_t> write(const sdk::Call&, const msg::ExportRequest& request) override {
    std::string out(sdk::text(request.title()));
    out += '\n';
    if (request.faces() != nullptr)
      for (const msg::Face* face : *request.faces()) {
        out += sdk::text(face->spoken());
        out += '\n';
      }
    return {out.begin(), out.end()};
  }
};
INROAD_PLUGIN(@Class@)
