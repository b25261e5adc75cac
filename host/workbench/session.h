// SPDX-License-Identifier: MIT
//
// One open account: what the panels show and what their gestures do. Lives on the GUI thread and never
// waits: edits, snapshots, views, advice and files are made by workers, in that order of dependence.
// Knows nothing of wx.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/compare.h"
#include "app/draw.h"
#include "app/filter.h"
#include "app/import.h"
#include "workbench/advice_view.h"
#include "workbench/forget_view.h"
#include "workbench/forms.h"
#include "workbench/history_view.h"
#include "workbench/jobs.h"
#include "workbench/survey.h"

namespace inroad::workbench {

// What changed, for whoever shows it.
enum class Topic { account, deal, survey, advice, path, picture, selection, busy };

struct PictureJob;

// Exactly one of person and tie is set, or neither.
struct Selection {
  Id person, tie;
  bool operator==(const Selection&) const = default;
};

class Session {
 public:
  struct Hooks {
    std::function<void(Topic)> changed;
    std::function<void(const std::string& sentence)> failed;
  };
  // toolbox must outlive the session.
  Session(const app::Toolbox& toolbox, Deliver deliver, Hooks hooks);
  ~Session();

  // Exactly one of these first; ready is called once the account can be shown.
  using Maker = std::function<std::shared_ptr<Ledger>()>;
  void start(Maker make_ledger, std::function<void()> ready);

  const app::Toolbox& toolbox() const { return toolbox_; }
  const AccountState& state() const { return *state_; }
  const State& shared_state() const { return state_; }
  const Account& account() const { return state_->account; }
  // The day ages count to: the toolbox's, or the past day that is looked at.
  const Date& today() const { return state_->as_of.empty() ? toolbox_.today() : state_->as_of_day; }
  // Null until the first survey is there; may be of the state before while a newer one is made.
  const Survey* survey() const { return survey_ ? &*survey_ : nullptr; }
  // Null while there is none for the present survey.
  const AdviceView* advice() const { return advice_ ? &*advice_ : nullptr; }
  const std::string& advice_refusal() const { return advice_refusal_; }

  const Id& deal() const { return deal_; }
  void choose_deal(const Id& deal);
  // Once the edit under way has made it.
  void choose_deal_when_there(const Id& deal) { next_deal_ = deal; }
  void select_when_there(Selection selection) { next_selection_ = std::move(selection); }
  const Selection& selection() const { return selection_; }
  void select(Selection selection);
  // Whether the user chose it himself: not what an account opens on, nor whom he has just added.
  bool is_selection_chosen() const { return is_selection_chosen_; }
  // Who "I" am: the author of edits and claims. Whom this machine remembers if he is one of our people,
  // else our only one, else nobody.
  const Id& me() const { return me_; }
  void remember_me(const Id& person);
  // It could be several, and is nobody.
  bool is_me_open() const;

  // The voice whose path is lit.
  const Id& chosen_voice() const { return chosen_voice_; }
  void choose_voice(const Id& person);
  // The path that is lit; empty when nobody can speak for us.
  const Path& lit() const { return lit_; }

  // The view the window shows now; pictures are made for it alone. theme: "light" or "dark".
  void look_at(const std::string& view);
  const std::string& view() const { return view_; }
  void set_theme(const std::string& theme);
  const std::string& theme() const { return theme_; }
  // Whom the pictures show: units and folded people by id.
  const app::Filters& filters() const { return filters_; }
  void set_filters(app::Filters filters);
  bool is_folded(const Id& person) const;
  void toggle_fold(const Id& person);
  // For views that compare dates.
  int days_compared() const { return days_compared_; }
  void compare_since(int days);
  // Else people stay where the last picture had them. Stored places that are not pins are given up.
  void new_layout();
  // The next picture may move that card.
  void release(const Id& person);
  // The newest picture of a view; null when there is none yet.
  std::shared_ptr<const app::Drawn> drawn(const std::string& view) const;

  // Each one edit, by me, in the order asked. told: gets the sentence why it was refused, empty when it is
  // made; without it refusals are failures.
  using Told = std::function<void(const std::string& refusal)>;
  void edit(Changes changes, Told told = nullptr);
  void undo();
  void redo();

  // Newest first.
  void read_history(std::function<void(std::vector<HistoryLine>)> done);
  void name_version(const std::string& name, std::function<void()> done);
  // Shows the account as of that line of its history, read only, until look_at_today.
  void look_back(const HistoryLine& line);
  void look_at_today();
  // What the selected tie, or how the selected person stands, changes if it is not so: today's advice
  // and the other side by side, as text.
  bool can_ask_what_if() const;
  void read_what_if(std::function<void(std::string)> done);
  // When the file may have been changed by another program, or been let go by it.
  void read_again();

  // What forgetting the person would take out; then it itself. Not finished: out of the account, but a
  // reader elsewhere still holds old pages of the file.
  // All that the account holds on the person, as text.
  void read_access_report(const Id& person, std::function<void(std::string)> done);
  void plan_forgetting(const Id& person, std::function<void(ForgetView)> done);
  void forget(const Id& person, const std::vector<std::string>& also, std::function<void(bool is_finished)> done);

  // Redacted for the profile, in the light theme. done: on success.
  void write_picture(const std::string& view, const std::string& profile, const std::string& path,
                     std::function<void()> done);
  void write_interchange(const std::string& profile, const std::string& path,
                         std::function<void()> done);
  void plan_import(const app::ImportRequest& request,
                   std::function<void(std::shared_ptr<const app::ImportResult>)> done);
  void apply_import(std::shared_ptr<const app::ImportResult> result);
  // The whole account, its history included, as a file of its own.
  void write_copy(const std::string& path, std::function<void()> done);
  // An account file made from the interchange file that is open; done once it is whole.
  void save_as_account(const std::string& path, std::function<void()> done);

  bool is_busy() const;
  // Drops views, advice and files being made; edits stand.
  void cancel();

 private:
  void adopt(State state);
  void on_ledger(std::function<void(Ledger&)> work);
  void make_survey();
  void make_advice();
  void make_picture();
  void draw_again();
  PictureJob picture_job(const std::string& view) const;
  bool compares_dates(const std::string& view) const;
  void read_earlier();
  void keep_choices();
  void settle_me();
  void keep_filters();
  void select_at_first();
  Changes denial_of_selection() const;
  void say(Topic topic) { hooks_.changed(topic); }

  const app::Toolbox& toolbox_;
  Hooks hooks_;
  app::Calls calls_;
  std::shared_ptr<Ledger> ledger_;  // touched by documents_ only
  State state_;
  std::optional<Survey> survey_;
  std::optional<AdviceView> advice_;
  std::string advice_refusal_;
  Id deal_, me_, remembered_me_, chosen_voice_;
  Path lit_;
  Selection selection_, next_selection_;
  Id next_deal_;
  bool has_selected_ = false;  // somebody, since the account was opened
  bool is_selection_chosen_ = false;
  std::string view_, theme_ = "light";
  // deal, filters: of what is drawn.
  struct View {
    std::shared_ptr<const app::Drawn> drawn;
    bool is_stale = true, is_fresh = false;
    Id deal, released;
    app::Filters filters;
  };
  std::map<std::string, View> views_;
  std::string making_;  // the view whose picture is under way
  app::Filters filters_;
  int days_compared_ = app::days_compared;
  struct {
    State of;
    std::shared_ptr<const app::Earlier> account;
  } earlier_;

  // Last, so that the workers stop before what they use goes away.
  Jobs documents_, surveys_, advisors_, pictures_, files_;
};

}  // namespace inroad::workbench
