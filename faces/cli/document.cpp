#include "faces/cli/document.h"

#include "base/text.h"
#include "faces/cli/layout.h"

namespace limber::cli {
namespace {

bool together(Block::Kind before, Block::Kind now) {
  using Kind = Block::Kind;
  if (now == Kind::heading) return false;
  if (before == Kind::heading) return true;
  return now != Kind::paragraph && (now == before || now == Kind::note);
}

}  // namespace

std::vector<Line> lay_out(const Document& document, std::size_t width, const Look& look) {
  std::vector<Line> lines;
  const Block* before = nullptr;
  for (const Block& block : document) {
    if (before != nullptr && !together(before->kind, block.kind)) lines.push_back({});
    std::vector<Line> part;
    switch (block.kind) {
      case Block::Kind::heading:
      case Block::Kind::paragraph:
        for (const std::string& each : split(block.text, '\n')) {
          append(part, paragraph(each, width, block.ink));
        }
        break;
      case Block::Kind::bullet:
        part = hanging({{look.utf8 ? " • " : " - ", Ink::faint}}, block.text, width, block.ink);
        break;
      case Block::Kind::note:
        part = hanging({{"   ", Ink::plain}}, block.text, width, block.ink);
        break;
      case Block::Kind::lines:
        for (const std::string& each : split(block.text, '\n')) {
          part.push_back(line(each, block.ink));
        }
        break;
    }
    append(lines, part);
    before = &block;
  }
  return lines;
}

}  // namespace limber::cli
