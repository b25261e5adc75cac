// SPDX-License-Identifier: MIT
//
// The window and whom the map shows: filters, folds, a new layout.
#include <wx/choicdlg.h>

#include "workbench/filter_choices.h"
#include "workbench/main_window.h"

namespace inroad::workbench {

void MainWindow::choose_filters() {
  const std::vector<FilterChoice> choices = filter_choices(session_->account(), toolbox_.facets());
  wxArrayString words;
  wxArrayInt chosen;
  for (const FilterChoice& choice : choices) {
    if (is_chosen(choice, session_->filters())) chosen.Add(static_cast<int>(words.size()));
    words.Add(to_wx(choice.words));
  }
  wxMultiChoiceDialog dialog(this, to_wx(_("Whoever fits all kinds of what is ticked is drawn; without ticks, everybody.")),
                             to_wx(_("Show Only")), words);
  dialog.SetSelections(chosen);
  if (dialog.ShowModal() != wxID_OK) return;
  app::Filters filters;
  filters.folds = session_->filters().folds;
  for (const int i : dialog.GetSelections()) choose(choices[static_cast<std::size_t>(i)], filters);
  session_->set_filters(std::move(filters));
  show_filters();
}

void MainWindow::show_everybody() {
  session_->set_filters({});
  show_filters();
}

void MainWindow::show_filters() {
  if (!session_) return filtered_->show({}, {});
  filtered_->show(say_filters(session_->account(), toolbox_.facets(), session_->filters()),
                  {{_("Show Everybody"), [this] { show_everybody(); }}});
}

bool MainWindow::can_fold() {
  if (!session_) return false;
  const Id& person = session_->selection().person;
  if (person.empty()) return false;
  return std::ranges::any_of(session_->account().all<Tie>(), [&](const auto& entry) {
    return entry.second.kind == TieKind::reports_to && entry.second.to == person;
  });
}

bool MainWindow::can_lay_out() {
  if (!session_ || canvas() == nullptr) return false;
  return toolbox_.catalogue().find(plugins::Kind::view, canvas()->view()).is_free_form;
}

}  // namespace inroad::workbench
