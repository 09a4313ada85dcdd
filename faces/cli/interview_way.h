// The interview as a person goes through it: page after page, back at any point, also from the
// result. Which page comes next is the use-case's decision; here are only the answers so far and
// the way back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "faces/cli/asker.h"
#include "faces/cli/machine.h"

namespace limber::cli {

class Interview {
 public:
  // `known`: answers that need not be asked (fact to answer); `clearance`: null for none.
  Interview(Machine& machine, Asker& asker, Json known, Json clearance = nullptr);

  void goal(std::string goal) { goal_ = std::move(goal); }
  void wishes(bool wishes) { wishes_ = wishes; }

  enum class End { done, back, quit };
  // Until nothing is open. `back`: back from the first page. May be called again after `done`:
  // reopen() first to go back into the last page.
  [[nodiscard]] Result<End> run();
  // Takes back the last page, so that run() asks it again as it was; false if there is none.
  bool reopen();

  // What was asked and known, fact to answer.
  [[nodiscard]] Json answers() const;
  // Only what was asked now.
  [[nodiscard]] Json asked() const;
  // {"answers", "clearance"?} as the use-cases take it.
  [[nodiscard]] Json sheet() const;
  [[nodiscard]] const Json& verdict() const { return verdict_; }
  // Said now, and not in the record yet; null takes it away.
  void clearance(Json clearance) {
    clearance_ = std::move(clearance);
    clearance_kept_ = false;
  }
  // The clearance comes from the record, where a new worrying answer ends it.
  [[nodiscard]] bool clearance_kept() const { return clearance_kept_ && clearance_.is_object(); }
  [[nodiscard]] const Json& clearance() const { return clearance_; }

 private:
  struct Visit {
    Page page;
    PageState state;
  };
  void remember(const Visit& visit);
  [[nodiscard]] PageState recall(const Page& page) const;

  Machine& machine_;
  Asker& asker_;
  Json known_;
  Json clearance_;
  bool clearance_kept_ = true;
  std::string goal_ = "level";
  bool wishes_ = false;
  std::vector<Visit> visits_;
  // Marks of pages that were left backwards: shown again as they were.
  std::map<std::string, Mark> marks_;
  std::map<std::string, bool> nones_;
  Json verdict_;
};

}  // namespace limber::cli
