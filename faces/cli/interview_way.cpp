#include "faces/cli/interview_way.h"

namespace limber::cli {

Interview::Interview(Machine& machine, Asker& asker, Json known, Json clearance)
    : machine_(machine),
      asker_(asker),
      known_(std::move(known)),
      clearance_(std::move(clearance)) {}

Json Interview::asked() const {
  Json all = Json::object();
  for (const Visit& visit : visits_) all.update(cli::answers(visit.page, visit.state.marks));
  return all;
}

Json Interview::answers() const {
  Json all = known_;
  all.update(asked());
  return all;
}

Json Interview::sheet() const {
  Json sheet = {{"answers", answers()}};
  if (clearance_.is_object()) sheet["clearance"] = clearance_;
  return sheet;
}

void Interview::remember(const Visit& visit) {
  for (std::size_t i = 0; i < visit.page.items.size(); ++i) {
    marks_[visit.page.items[i].fact] = visit.state.marks.items[i];
  }
  nones_[visit.page.screen] = visit.state.marks.none;
}

PageState Interview::recall(const Page& page) const {
  PageState state = open_page(page);
  bool ticked = false;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const auto found = marks_.find(page.items[i].fact);
    if (found == marks_.end()) return open_page(page);  // a new question: answer the page afresh
    state.marks.items[i] = found->second;
    ticked = ticked || found->second.tick != Tick::off;
  }
  const auto none = nones_.find(page.screen);
  state.marks.none = !ticked && none != nones_.end() && none->second;
  return state;
}

bool Interview::reopen() {
  if (visits_.empty()) return false;
  remember(visits_.back());
  visits_.pop_back();
  return true;
}

Result<Interview::End> Interview::run() {
  for (;;) {
    Json input = sheet();
    input["goal"] = goal_;
    if (wishes_) input["wishes"] = true;
    const auto answer = machine_.call("interview", input);
    if (!answer) return std::unexpected(answer.error());
    Reader in(*answer, "");
    if (!in.has("page")) {
      verdict_ = in.any("verdict");
      return End::done;
    }
    auto page = read_page(in.object("page"));
    if (!page) return std::unexpected(page.error());
    page->number = static_cast<int>(visits_.size()) + 1;
    Visit visit{std::move(*page), {}};
    visit.state = recall(visit.page);
    const Step step = asker_.ask(visit.page, visit.state);
    if (step == Step::quit) return End::quit;
    if (step == Step::back) {
      remember(visit);
      if (!reopen()) return End::back;
      continue;
    }
    remember(visit);
    visits_.push_back(std::move(visit));
  }
}

}  // namespace limber::cli
