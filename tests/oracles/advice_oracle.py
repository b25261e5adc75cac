# SPDX-License-Identifier: MIT
"""A second oracle: made-up accounts in the interchange form, answered from the written rules alone.

advice_oracle.py INROAD COUNT SEED runs `INROAD suggest - --json` on COUNT random accounts and
compares all it says with plain enumeration of every tie and relay coin. It shares no code with the
program or with the other oracle. Differences are printed, each with the account it came from; the
exit code is 1 if there is any.
"""

import datetime
import itertools
import json
import random
import subprocess
import sys

TODAY = datetime.date(2026, 11, 23)
EVIDENCE = {"assumption": .40, "hint": .50, "inferred": .65, "stated": .85, "confirmed": 1}
STRENGTH = {"weak": .25, "medium": .5, "strong": .75, "decisive": .93}
ACCESS = {"none": .1, "met": .4, "occasional": .7, "regular": 1}
ATTITUDES = ["mentor", "supporter", "neutral", "non-supporter", "opponent"]
VOICE = dict(zip(ATTITUDES, [.90, .60, .10, .03, 0]))
RELAY = dict(zip(ATTITUDES, [.95, .85, .50, .20, 0]))
PRIOR = dict(zip(ATTITUDES, [.10, .25, .35, .20, .10]))
COUNTER_VOICE = .90
MOST_COINS = 13
MOST_ASKED = 2  # questions are answered for sets of up to so many


def random_account(dice):
    """People of every side and kind, ties of every kind, beliefs old, weak and contradictory."""

    def day():
        return str(TODAY - datetime.timedelta(days=dice.choice([0, 10, 90, 180, 400, 1500])))

    def belief():
        said = {}
        if dice.random() < .7:
            said["evidence"] = dice.choice(list(EVIDENCE))
        if dice.random() < .6:
            said["date"] = day()
        return said

    count = dice.randint(2, 6)
    people = [{"id": f"p{i}", "name": f"Person {i}", "side": "client"} for i in range(count)]
    for person in people[1:]:
        draw = dice.random()
        if draw < .08:
            person["kind"] = "placeholder"
        elif draw < .14:
            person["side"] = "partner"
        elif draw < .20:
            person["side"] = "rival"
    people.append({"id": "us1", "name": "Seller", "side": "us"})
    deciders = ["p0"] + [p["id"] for p in people[1:4]
                         if p["side"] == "client" and dice.random() < .2]
    ids = [p["id"] for p in people[:-1]]

    ties, claims = [], []

    def tie(kind, start, end, **more):
        ties.append({"id": f"t{len(ties)}", "from": start, "to": end, "kind": kind, **more})
        return ties[-1]

    for _ in range(dice.randint(1, 10)):
        start, end = dice.choice(ids), dice.choice(ids)
        strength = dice.choice(list(STRENGTH) + [0, 1, .37, .62, None])
        made = tie("influences", start, end, **belief())
        if strength is not None:
            made["strength"] = strength
            if dice.random() < .15:
                claims.append({"tie": made["id"], "facet": "strength",
                               "value": dice.choice([.2, .5, .8]), **belief(),
                               "date": str(TODAY - datetime.timedelta(days=5))})
    for _ in range(dice.randint(0, 3)):
        tie("reports_to", dice.choice(ids), dice.choice(ids))
    for pair in dice.sample(list(itertools.combinations(ids, 2)), 1):
        if dice.random() < .3:
            tie("conflicts", *pair, **dice.choice([{}, {"strength": "strained"}]))
    for end in ids:
        for _ in range(2):
            if dice.random() < .25:
                tie("covers", "us1", end, strength=dice.choice(list(ACCESS)), **belief())
    for kind in ("trusts", "gatekeeps", "introduces", "dotted"):
        if dice.random() < .3:
            tie(kind, dice.choice(ids), dice.choice(ids))
    for person in people[:-1]:
        if person["side"] == "rival":
            continue
        for _ in range(dice.choice([0, 1, 1, 1, 2])):
            claim = {"person": person["id"], "facet": "attitude",
                     "value": dice.choice(ATTITUDES[:3] + ATTITUDES + ["unknown"]), **belief()}
            if dice.random() < .3:
                claim["deal"] = dice.choice(["d1", "d2"])
            if dice.random() < .05:
                claim["aspect"] = "wanted"
            claims.append(claim)
    for i, claim in enumerate(claims):
        claim["id"] = f"c{i}"
    settings = {}
    if dice.random() < .2:
        settings["reporting_counts"] = False
    if dice.random() < .2:
        settings["relay"] = {"neutral": .4, "mentor": 1}
    if dice.random() < .2:
        settings["evidence"] = {"stated": .7}
    return {"format": "inroad/1", "account": {"id": "a", "name": "Made up"}, "people": people,
            "ties": ties, "claims": claims, "settings": {"advice": settings},
            "deals": [{"id": "d1", "name": "One", "decision_makers": deciders},
                      {"id": "d2", "name": "Two", "decision_makers": ["p0"]}]}


class Rules:
    """The account as chances: who may speak, who passes on, which arcs there are."""

    def __init__(self, account):
        self.account = account
        settings = account["settings"]["advice"]
        self.voice_table = {**VOICE, **settings.get("voice", {})}
        self.relay_table = {**RELAY, **settings.get("relay", {})}
        self.evidence_table = {**EVIDENCE, **settings.get("evidence", {})}
        self.counts_reporting = settings.get("reporting_counts", True)
        self.side = {p["id"]: p["side"] for p in account["people"]}
        self.kind = {p["id"]: p.get("kind", "person") for p in account["people"]}
        self.deciders = account["deals"][0]["decision_makers"]
        self.people = [p for p in self.side if self.side[p] in ("client", "partner")]
        self.rivals = [p for p in self.side if self.side[p] == "rival"]
        self.read_attitudes()
        self.read_access()
        self.read_arcs()

    def weight_of(self, claim, half_life):
        age = (TODAY - datetime.date.fromisoformat(claim["date"])).days if "date" in claim else 0
        return self.evidence_table[claim.get("evidence", "stated")] * 2 ** (-age / half_life)

    def current(self, claims, half_life):
        """The claim that counts, with its decayed evidence; nothing if there is none."""
        of_deal = [c for c in claims if c.get("deal") == "d1"]
        claims = of_deal or [c for c in claims if "deal" not in c]
        if not claims:
            return None, 0
        best = max(claims, key=lambda c: (self.weight_of(c, half_life), c.get("date", ""), c["id"]))
        return best["value"], self.weight_of(best, half_life)

    def read_attitudes(self):
        self.attitude, self.sureness = {}, {}
        for person in self.people:
            said = [c for c in self.account["claims"]
                    if c.get("person") == person and c["facet"] == "attitude"
                    and c.get("aspect", "now") == "now"]
            value, sure = self.current(said, 180)
            self.attitude[person] = value if value in ATTITUDES else None
            self.sureness[person] = sure

    def blended(self, person, table):
        held = self.attitude[person]
        if held is None:
            return table["neutral"]
        sure = self.sureness[person]
        return sure * table[held] + (1 - sure) * table["neutral"]

    def read_access(self):
        self.access, self.conditional = {}, {}
        for person in self.people:
            covers = [ACCESS[t["strength"]] for t in self.account["ties"] if t["kind"] == "covers"
                      and t["to"] == person and self.side[t["from"]] == "us"]
            self.access[person] = max(covers, default=1)
            self.conditional[person] = not covers

    def read_arcs(self):
        """(from, to) -> (chance, tie, how surely it exists)"""
        self.arcs, self.exists, self.is_assumed = {}, {}, set()
        self.open_conflicts = set()
        among = set(self.people) | set(self.rivals)

        def offer(start, end, chance, tie, exists, is_assumed):
            if start == end or start not in among or end not in among:
                return
            held = self.arcs.get((start, end))
            if held is None or (chance, held[1]) > (held[0], tie):
                self.arcs[start, end] = (chance, tie)
                self.exists[start, end] = exists
                if is_assumed:
                    self.is_assumed.add((start, end))

        for tie in self.account["ties"]:
            if tie["kind"] != "influences":
                continue
            said = [c for c in self.account["claims"] if c.get("tie") == tie["id"]]
            said.append({**tie, "value": tie.get("strength", "medium"), "id": ""})
            value, sure = self.current(said, 720)
            value = STRENGTH.get(value, value)
            offer(tie["from"], tie["to"], sure * value, tie["id"], sure, False)
        stated = set(self.arcs)
        for tie in self.account["ties"] if self.counts_reporting else []:
            if tie["kind"] != "reports_to":
                continue
            for start, end, strength in ((tie["to"], tie["from"], .5), (tie["from"], tie["to"], .25)):
                if (start, end) not in stated:
                    offer(start, end, strength * .40, tie["id"], .40, True)
        for tie in self.account["ties"]:
            if tie["kind"] != "conflicts":
                continue
            for pair in ((tie["from"], tie["to"]), (tie["to"], tie["from"])):
                if tie.get("strength") == "strained":
                    if pair in self.arcs:
                        self.arcs[pair] = (self.arcs[pair][0] / 2, self.arcs[pair][1])
                else:
                    self.arcs.pop(pair, None)
                    self.open_conflicts.add(pair)
        self.arcs = {pair: arc for pair, arc in self.arcs.items() if arc[0] > 0}

    def may_ever_carry(self, person):
        return (person in self.people and self.kind[person] == "person"
                and person not in self.deciders
                and not any((person, d) in self.open_conflicts for d in self.deciders))

    def carries(self, person):
        return self.may_ever_carry(person) and self.attitude[person] not in (None, "opponent")

    def weights(self):
        return {p: self.access[p] * self.blended(p, self.voice_table)
                for p in self.people if self.carries(p)}

    def relays(self):
        return {**{p: self.blended(p, self.relay_table) for p in self.people},
                **{p: 0 for p in self.rivals}}


class Worlds:
    """All outcomes of the arcs and the relay coins of people who both hear and tell."""

    def __init__(self, arcs):
        self.arcs = list(arcs)
        hear, tell = {end for _, end in self.arcs}, {start for start, _ in self.arcs}
        self.relays = sorted(hear & tell)
        self.outcomes = []  # per outcome: who hears it from each
        for live in range(1 << len(self.arcs)):
            tells = {}
            for k, (start, end) in enumerate(self.arcs):
                if live >> k & 1:
                    tells.setdefault(start, []).append(end)
            for passing in range(1 << len(self.relays)):
                on = {p for k, p in enumerate(self.relays) if passing >> k & 1}
                self.outcomes.append({s: self.heard(s, tells, on) for s in tells})

    @property
    def coins(self):
        return len(self.arcs) + len(self.relays)

    @staticmethod
    def heard(speaker, tells, on):
        hearing, queue = set(), [speaker]
        while queue:
            for end in tells.get(queue.pop(), ()):
                if end not in hearing:
                    hearing.add(end)
                    if end in on:
                        queue.append(end)
        return frozenset(hearing)

    def chances(self, arc_chance, relay):
        def product(coins):  # the first coin is the lowest bit of the place
            result = [1.0]
            for chance in reversed(coins):
                result = [r * side for r in result for side in (1 - chance, chance)]
            return result

        relays = product([relay[p] for p in self.relays])
        return [a * r for a in product([arc_chance[a] for a in self.arcs]) for r in relays]

    def tally(self, arc_chance, relay, key):
        """P by what `key` makes of an outcome."""
        result = {}
        for chance, hears in zip(self.chances(arc_chance, relay), self.outcomes):
            if chance > 0:
                made = key(hears)
                result[made] = result.get(made, 0) + chance
        return result


class Case:
    """What the rules say about an account."""

    def __init__(self, rules):
        self.rules = rules
        self.worlds = Worlds(rules.arcs)
        self.arc_chance = {pair: arc[0] for pair, arc in rules.arcs.items()}
        self.relay = rules.relays()
        self.weight = rules.weights()
        self.heard = self.through(self.arc_chance, self.relay)

    def through(self, arc_chance, relay):
        """P by who gets through to each of those who decide."""
        return self.worlds.tally(arc_chance, relay, lambda hears: tuple(
            frozenset(s for s in hears if d in hears[s]) for d in self.rules.deciders))

    def reach_of_set(self, heard, weight, members):
        """P(more than half hear it from those of the members who speak)."""
        total = 0
        for speaking in itertools.product((False, True), repeat=len(members)):
            chance = 1.0
            for member, speaks in zip(members, speaking):
                chance *= weight[member] if speaks else 1 - weight[member]
            speakers = {m for m, speaks in zip(members, speaking) if speaks}
            if chance == 0 or not speakers:
                continue
            total += chance * sum(p for through, p in heard.items()
                                  if 2 * sum(bool(t & speakers) for t in through) > len(through))
        return total

    def sets(self, weight, size):
        people = sorted(p for p in weight if weight[p] > 0)
        return [set_ for n in range(1, size + 1) for set_ in itertools.combinations(people, n)]

    def reach(self, person):
        return self.reach_of_set(self.heard, {person: 1}, (person,))

    def voter(self, person, decider):
        place = self.rules.deciders.index(decider)
        return sum(p for through, p in self.heard.items() if person in through[place])

    def value(self, person):
        return self.weight[person] * self.reach(person)

    def carriers(self):
        values = {p: self.value(p) for p in self.weight}
        return {p: v for p, v in values.items() if v > 0}

    def exposures(self):
        opponents = {p for p in self.rules.people if self.rules.attitude[p] == "opponent"}
        silent = {**self.relay, **{d: 0 for d in self.rules.deciders}}
        heard = self.worlds.tally(self.arc_chance, silent, lambda hears: frozenset(
            s for s in hears if hears[s] & opponents))
        return {p: self.weight[p] * sum(c for who, c in heard.items() if p in who)
                for p in self.weight}

    def counter(self):
        """Opponents and rivals speak, attitudes count the other way round."""
        mirrored = dict(zip(ATTITUDES, [self.rules.relay_table[a] for a in reversed(ATTITUDES)]))
        mirrored["neutral"] = self.rules.relay_table["neutral"]
        relay = {**{p: self.rules.blended(p, mirrored) for p in self.rules.people},
                 **{p: 0 for p in self.rules.rivals}}
        weight = {p: COUNTER_VOICE for p in self.rules.rivals}
        for person in self.rules.people:
            if self.rules.attitude[person] == "opponent" and person not in self.rules.deciders:
                sure = self.rules.sureness[person]
                weight[person] = (sure * COUNTER_VOICE
                                  + (1 - sure) * self.rules.voice_table["neutral"])
        return self.reach_of_set(self.through(self.arc_chance, relay), weight,
                                 tuple(sorted(weight)))

    def routes(self, speaker):
        """All simple routes, in the order of the rules: (value, people, ties, arc chances)."""
        found = []

        def go_on(people, value, ties, chances):
            at = people[-1]
            if at in self.rules.deciders and len(people) > 1:
                found.append((value, people, ties, chances))
            relay = self.relay[at] if len(people) > 1 else 1
            for (start, end), (chance, tie) in self.rules.arcs.items():
                if start == at and end not in people and relay > 0:
                    go_on(people + [end], value * relay * chance, ties + [tie],
                          chances + [chance])

        go_on([speaker], self.weight[speaker], [], [])
        found.sort(key=lambda r: -r[0])
        ordered = []
        while found:
            equal = [r for r in found if r[0] >= found[0][0] * (1 - 1e-12)]
            found = found[len(equal):]
            ordered += sorted(equal, key=lambda r: (len(r[1]), r[1]))
        return ordered

    def worth(self, answers, size, asked=None):
        """answers: (probability, arc chances, relays, weights) each."""
        known = [(p, self.through(arcs, relay), weight) for p, arcs, relay, weight in answers if p]
        blind = max((sum(p * self.reach_of_set(heard, weight, s) for p, heard, weight in known)
                     for s in self.sets(self.weight, size)), default=0)
        informed = 0
        for p, heard, weight in known:
            may = {m: weight.get(m, 0) for m in self.weight}
            if asked is not None and asked in weight:
                may[asked] = weight[asked]
            informed += p * max((self.reach_of_set(heard, weight, s)
                                 for s in self.sets(may, size)), default=0)
        return informed - blind

    def worth_of_person(self, person, size):
        """Nothing where there is nothing to ask."""
        rules, answers = self.rules, []
        held, sure = rules.attitude[person], rules.sureness[person]
        if held is not None and sure == 1:
            return None
        for answer in ATTITUDES:
            p = PRIOR[answer] if held is None else (1 - sure) * PRIOR[answer]
            p += sure if answer == held else 0
            relay = {**self.relay, person: rules.relay_table[answer]}
            weight = dict(self.weight)
            if rules.may_ever_carry(person):
                weight[person] = rules.access[person] * rules.voice_table[answer]
            answers.append((p, self.arc_chance, relay, weight))
        return self.worth(answers, size, person)

    def worth_of_arc(self, pair, size):
        exists = self.rules.exists[pair]
        if exists == 1:
            return None
        there = {**self.arc_chance, pair: self.arc_chance[pair] / exists}
        missing = {**self.arc_chance, pair: 0}
        return self.worth([(exists, there, self.relay, self.weight),
                           (1 - exists, missing, self.relay, self.weight)], size)


class Comparison:
    def __init__(self):
        self.numbers, self.differences, self.worst = 0, [], 0

    def near(self, what, found, expected, tolerance=1e-12):
        self.numbers += 1
        if found is None or not abs(found - expected) <= tolerance:
            self.differences.append(f"{what}: {found}, not {expected}")
        else:
            self.worst = max(self.worst, abs(found - expected))

    def same(self, what, found, expected):
        self.numbers += 1
        if found != expected:
            self.differences.append(f"{what}: {found}, not {expected}")


def compare(account, told, size, check):
    case = Case(Rules(account))
    rules = case.rules
    check.same("method", told["method"], "exact")
    check.same("those who decide", sorted(told["decision_makers"]), sorted(rules.deciders))
    compare_carriers(case, told, check)
    best = max((case.reach_of_set(case.heard, case.weight, s)
                for s in case.sets(case.weight, size)), default=0)
    if told["coalition"] is None:
        check.near("no coalition", 0, best)
    else:
        for key, people in (("the set", told["coalition"]), ("the next set",
                                                             told["coalition"].get("next_best"))):
            if people:
                reach = case.reach_of_set(case.heard, case.weight, tuple(people["people"]))
                check.near(key, people["reach"], reach)
        check.near("the best set", told["coalition"]["reach"], best)
        check.same("its size", len(told["coalition"]["people"]) <= size, True)
        check.near("gains", sum(told["coalition"]["gains"]), best)
        check.same("optimal", told["coalition"]["optimal"], True)
    check.near("the counter-case", told["counter"], case.counter())
    if told["coalition"] is not None:
        check.near("the lead", told["lead"], best - case.counter())
    if size <= MOST_ASKED:
        compare_questions(case, told, size, check)


def compare_carriers(case, told, check):
    rules, expected = case.rules, case.carriers()
    check.same("carriers", sorted(c["person"] for c in told["carriers"]), sorted(expected))
    check.same("a refusal", "refusal" in told, not expected)
    check.same("barred", sorted(b["person"] for b in told["barred"]), sorted(
        p for p in rules.people if rules.kind[p] == "person" and p not in rules.deciders
        and rules.attitude[p] not in (None, "opponent") and not rules.may_ever_carry(p)))
    exposures = case.exposures()
    order = [c["person"] for c in told["carriers"]]
    for i, carrier in enumerate(told["carriers"]):
        person = carrier["person"]
        if person not in expected:
            continue
        check.near(f"value of {person}", carrier["value"], expected[person])
        check.near(f"reach of {person}", carrier["reach"], case.reach(person))
        check.near(f"voice of {person}", carrier["voice"], rules.blended(person, rules.voice_table))
        check.near(f"access of {person}", carrier["access"], rules.access[person])
        check.same(f"conditional {person}", carrier["conditional"], rules.conditional[person])
        check.near(f"exposure of {person}", carrier["exposure"], exposures[person])
        check.same(f"rank of {person}", carrier["rank"],
                   1 + sum(v > expected[person] + 1e-9 for v in expected.values()))
        if i > 0:
            before = expected.get(order[i - 1], 2)
            check.same(f"place of {person}", before > expected[person] - 1e-12
                       and (before > expected[person] + 1e-12 or order[i - 1] < person), True)
        if len(rules.deciders) > 1:
            for voter in carrier["voters"]:
                check.near(f"{voter['person']} hears {person}", voter["reach"],
                           case.voter(person, voter["person"]))
            check.same("voters", len(carrier["voters"]), len(rules.deciders))
        routes = case.routes(person)
        check.same(f"routes of {person}", [(r["people"], r["ties"]) for r in carrier["routes"]],
                   [(r[1], r[2]) for r in routes[:5]])
        for found, (value, _, ties, chances) in zip(carrier["routes"], routes):
            check.near(f"a route of {person}", found["value"], value)
            check.same(f"weakest on a route of {person}", found["weakest"],
                       ties[chances.index(min(chances))])


def compare_questions(case, told, size, check):
    rules = case.rules
    pair_of = {arc[1]: pair for pair, arc in rules.arcs.items() if pair not in rules.is_assumed}
    asked = set()
    last = float("inf")
    for question in told["questions"]:
        about = question["about"]
        check.same("questions by falling gain", question["gain"] <= last, True)
        last = question["gain"]
        if about.get("facet") == "attitude" and "person" in about:
            asked.add(about["person"])
            gain = case.worth_of_person(about["person"], size)
        elif about.get("facet") == "strength" and about.get("tie") in pair_of:
            asked.add(pair_of[about["tie"]])
            gain = case.worth_of_arc(pair_of[about["tie"]], size)
        else:
            continue
        check.near(f"asking about {about}", question["gain"], gain or 0, 1e-10)
    for person in rules.people:
        if person in asked:
            continue
        if person not in rules.deciders:
            check.same(f"{person} is asked about", rules.attitude[person] is None, False)
        check.near(f"not asking about {person}", 0, case.worth_of_person(person, size) or 0, 1e-9)
    for pair in set(pair_of.values()) - asked:
        check.near(f"not asking about {pair}", 0, case.worth_of_arc(pair, size) or 0, 1e-9)


def main():
    inroad, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    check, accounts = Comparison(), 0
    dice = random.Random(seed)
    while accounts < count:
        account = random_account(dice)
        rules = Rules(account)
        hear, tell = {e for _, e in rules.arcs}, {s for s, _ in rules.arcs}
        if not rules.arcs or len(rules.arcs) + len(hear & tell) > MOST_COINS:
            continue
        accounts += 1
        size = 1 + accounts % 3
        run = subprocess.run(
            [inroad, "suggest", "-", "--deal", "d1", "--coalition", str(size), "--routes", "5",
             "--json", "--today", str(TODAY)],
            input=json.dumps(account), capture_output=True, text=True, check=False)
        before = len(check.differences)
        if run.returncode != 0:
            check.differences.append(f"exit code {run.returncode}: {run.stderr.strip()}")
        else:
            compare(account, json.loads(run.stdout), size, check)
        if len(check.differences) > before:
            print(f"account {accounts}: {json.dumps(account)}")
            print("\n".join(check.differences[before:]))
        if len(check.differences) > 20:
            break
    print(f"{accounts} accounts, {check.numbers} numbers, {len(check.differences)} differences,"
          f" largest within the tolerance {check.worst}")
    return 1 if check.differences else 0


if __name__ == "__main__":
    sys.exit(main())
