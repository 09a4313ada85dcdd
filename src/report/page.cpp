#include "report/page.h"

#include <algorithm>

#include "base/text.h"

namespace limber {
namespace {

using Lines = std::vector<std::string>;

// The lines so far, and how wide they may be.
struct Paper {
  std::size_t columns;
  Lines lines = {};
};

std::string cleaned(std::string_view text) {
  // Free text may hold line breaks and control characters; a page must not.
  std::string clean;
  for (const char c : text) clean += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  return clean;
}

// A word longer than a line is cut, so that no line is wider than the page.
void put(Paper& paper, std::string_view text, const std::string& first, const std::string& rest) {
  const std::size_t width = paper.columns - std::max(first.size(), rest.size());
  bool head = true;
  for (std::string line : wrap(cleaned(text), width)) {
    while (!line.empty() && display_width(line) > width) {
      line.pop_back();
      while (!line.empty() && find_invalid_utf8(line)) line.pop_back();
    }
    paper.lines.push_back((head ? first : rest) + line);
    head = false;
  }
}

void put_dated(Paper& paper, const std::string& day, std::string_view text) {
  const std::string first = "  " + day + "  ";
  put(paper, text, first, std::string(first.size(), ' '));
}

void heading(Paper& paper, const Catalogue& texts, const char* key) {
  paper.lines.emplace_back();
  put(paper, texts.text(key), "", "");
}

// How many items of each list may be shown.
struct Room {
  std::size_t notes, sessions, not_found, not_asked, sources, course;
};

Lines shortened(const Lines& items, std::size_t most, const Catalogue& texts) {
  Lines shown(items.begin(),
              items.begin() + static_cast<std::ptrdiff_t>(std::min(most, items.size())));
  if (items.size() > most) {
    shown.push_back(texts.text("report.more", {{"n", std::to_string(items.size() - most)}}));
  }
  return shown;
}

void put_list(Paper& paper, const Catalogue& texts, const char* key, const Lines& items,
              std::size_t most) {
  if (items.empty()) return;
  put(paper, texts.text(key, {{"list", join(shortened(items, most, texts), "; ")}}), "  ", "    ");
}

void put_reasons(Paper& paper, const ReportModel& model, const Catalogue& texts, const Room& room) {
  heading(paper, texts, "report.heading.why");
  std::size_t sources = room.sources;
  for (const ReportReason& reason : model.reasons) {
    std::string text = "[" + reason.rule + "] " + reason.level + ". " + reason.why;
    if (reason.by_doubt) text += " " + texts.text("report.by_doubt");
    if (reason.cleared) text += " " + texts.text("report.cleared");
    put(paper, text, "  - ", "    ");
    if (!reason.sources.empty() && sources > 0) {
      --sources;
      put(paper, texts.text("report.sources", {{"list", reason.sources}}), "    ", "      ");
    }
  }
  if (model.reasons.empty()) put(paper, texts.text("report.no_reason"), "  ", "  ");
}

void put_said(Paper& paper, const ReportModel& model, const Catalogue& texts) {
  heading(paper, texts, "report.heading.said");
  Lines values;
  for (const auto& [what, value] : model.values) values.push_back(what + ": " + value);
  if (!values.empty()) put(paper, join(values, "; "), "  ", "    ");
  put_list(paper, texts, "report.yes", model.yes, model.yes.size());
  put_list(paper, texts, "report.not_sure", model.not_sure, model.not_sure.size());
  if (model.yes.empty() && model.not_sure.empty()) {
    put(paper, texts.text("report.nothing_said"), "  ", "  ");
  }
}

void put_sessions(Paper& paper, const ReportModel& model, const Catalogue& texts,
                  std::size_t most) {
  heading(paper, texts, "report.heading.done");
  if (model.sessions.empty()) return put(paper, texts.text("report.no_session"), "  ", "  ");
  put(paper, texts.text("report.sessions", {{"n", std::to_string(model.sessions_in_all)}}), "  ",
      "  ");
  for (std::size_t i = 0; i < model.sessions.size() && i < most; ++i) {
    const ReportSession& session = model.sessions[i];
    std::string text = session.techniques + "; " + session.ending;
    if (!session.pain.empty()) {
      text += "; " + texts.text("report.session.pain", {{"pain", session.pain}});
    }
    put_dated(paper, session.day, text);
  }
  if (model.sessions.size() > most) {
    put(paper, texts.text("report.more", {{"n", std::to_string(model.sessions.size() - most)}}),
        "  ", "  ");
  }
}

Lines lay_out(const ReportModel& model, const Catalogue& texts, const Room& room,
              std::size_t columns) {
  Paper paper{columns};
  put(paper, texts.text("report.title", {{"when", model.made_on}}), "", "");
  put(paper, texts.text("report.no_diagnosis"), "", "");
  put(paper,
      texts.text(model.reviewed ? "report.knowledge_reviewed" : "report.knowledge",
                 {{"version", model.knowledge}}),
      "", "");
  heading(paper, texts, "report.heading.result");
  if (model.level.empty()) {
    put(paper, texts.text("report.never_checked"), "  ", "  ");
  } else {
    put(paper, texts.text("report.level", {{"level", model.level}, {"day", model.checked_on}}),
        "  ", "  ");
    put(paper, model.what_to_do, "  ", "  ");
    put_reasons(paper, model, texts, room);
    put_said(paper, model, texts);
    heading(paper, texts, "report.heading.signs");
    put_list(paper, texts, "report.not_found", model.not_found, room.not_found);
    put_list(paper, texts, "report.not_asked", model.not_asked, room.not_asked);
  }
  heading(paper, texts, "report.heading.medicines");
  if (!model.medicines.empty()) put(paper, join(model.medicines, "; "), "  ", "    ");
  put(paper, texts.text("report.medicines"), "  ", "  ");
  if (!model.course.empty()) {
    heading(paper, texts, "report.heading.course");
    for (const std::string& line : shortened(model.course, room.course, texts)) {
      put(paper, line, "  - ", "    ");
    }
  }
  put_sessions(paper, model, texts, room.sessions);
  if (!model.notes.empty() && room.notes > 0) {
    heading(paper, texts, "report.heading.notes");
    for (std::size_t i = 0; i < model.notes.size() && i < room.notes; ++i) {
      put_dated(paper, model.notes[i].first, model.notes[i].second);
    }
    if (model.notes.size() > room.notes) {
      put(paper,
          texts.text("report.more", {{"n", std::to_string(model.notes.size() - room.notes)}}), "  ",
          "  ");
    }
  }
  return paper.lines;
}

}  // namespace

std::vector<std::string> report_page(const ReportModel& model, const Catalogue& texts,
                                     std::size_t columns) {
  const std::size_t most = kPageLines * std::max(kPageColumns, columns) / columns;
  // From the least needed to the most: shorten until it fits.
  Room room{model.notes.size(),     model.sessions.size(), model.not_found.size(),
            model.not_asked.size(), model.reasons.size(),  model.course.size()};
  while (true) {
    Lines lines = lay_out(model, texts, room, columns);
    if (lines.size() <= most) return lines;
    if (room.notes > 3) {
      room.notes = std::max<std::size_t>(3, room.notes / 2);
    } else if (room.sessions > 8) {
      room.sessions = std::max<std::size_t>(8, room.sessions / 2);
    } else if (room.notes > 0) {
      --room.notes;
    } else if (room.sessions > 3) {
      --room.sessions;
    } else if (room.not_asked > 4) {
      room.not_asked -= 4;
    } else if (room.sources > 2) {
      --room.sources;
    } else if (room.not_found > 8) {
      room.not_found -= 4;
    } else if (room.course > 4) {
      --room.course;
    } else if (room.sources > 0) {
      --room.sources;
    } else {
      return lines;  // reasons and answers alone are longer than a page: they stay whole
    }
  }
}

}  // namespace limber
