"""The work with OpenFisca: amounts by month, added up over the year; dates compared directly, or an age in months as its
country templates have it."""

import sys

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

import work

folder, style = sys.argv[1:]
Enrolment = build_entity(key="enrolment", plural="enrolments", label="An enrolment", is_person=True)
columns = {name: np.frombuffer(c, dtype=np.dtype(c.typecode)) for name, c in work.read(folder).items()}
system = TaxBenefitSystem([Enrolment])


def given(name, kind):
    """An input that holds for all time."""
    members = {"value_type": kind, "entity": Enrolment, "definition_period": DateUnit.ETERNITY, "label": name}
    system.add_variable(type(name, (Variable,), members))


def worked(name, formula, kind=float):
    """A variable of each month."""
    members = {
        "value_type": kind, "entity": Enrolment, "definition_period": DateUnit.MONTH, "label": name,
        "formula": formula,
    }
    system.add_variable(type(name, (Variable,), members))


def last_day(period):
    return np.datetime64(str(period.stop))


def enrolled(enrolment, period):
    day = last_day(period)
    return (enrolment("start", period) <= day) * (day <= enrolment("end", period))


def by_dates(enrolment, period):
    day = last_day(period)
    before = np.datetime64(str(work.three_years_before(work.datetime.date.fromisoformat(str(period.stop)))))
    return (enrolment("birth", period) <= day) * (before < enrolment("birth", period))


def age(enrolment, period):
    birth = enrolment("birth", period)
    year = birth.astype("datetime64[Y]").astype(int) + 1970
    month = birth.astype("datetime64[M]").astype(int) % 12 + 1
    day = (birth - birth.astype("datetime64[M]") + 1).astype(int)
    stop = period.stop
    return (stop.year - year) * 12 + (stop.month - month) - (stop.day < day)


def by_age(enrolment, period):
    months = enrolment("age", period)
    return (months >= 0) * (months < 36)


def share(infant, other):
    def formula(enrolment, period):
        entitled = enrolment("registered", period) * enrolment("filed", period) * enrolment("inclusive", period)
        return enrolment("enrolled", period) * entitled * np.where(enrolment("infant", period), infant, other) / 12
    return formula


def family(enrolment, period):
    order = enrolment("birth_order", period)
    rate = np.select([order == 1, order == 2], [0, 300], 500)
    return enrolment("enrolled", period) * enrolment("under_three", period) * rate


def reimbursed(enrolment, period):
    ratio = np.minimum(np.minimum(enrolment("childcare", period), 2 * enrolment("kindergarten", period)), 1)
    return enrolment("enrolled", period) * enrolment("fee", period) * ratio


def fees(enrolment, period):
    return enrolment("enrolled", period) * enrolment("fee", period)


from datetime import date

for name, kind in {
    "birth": date, "start": date, "end": date, "birth_order": int, "infant": bool, "registered": bool, "filed": bool,
    "inclusive": bool, "fee": float, "childcare": float, "kindergarten": float,
}.items():
    given(name, kind)
worked("enrolled", enrolled, bool)
if style == "age":
    worked("age", age, int)
    worked("under_three", by_age, bool)
else:
    worked("under_three", by_dates, bool)
worked("operating_subsidy", share(3000, 2000))
worked("city_award", share(900, 600))
worked("family_subsidy", family)
worked("reimbursement", reimbursed)
worked("fees", fees)
MONTHLY = ["enrolled", "under_three", "operating_subsidy", "city_award", "family_subsidy", "reimbursement", "fees"]
MONTHLY += ["age"] if style == "age" else []

simulation = SimulationBuilder().build_default_simulation(system, count=len(columns["birth"]))


def days(name):
    numbers = np.minimum(columns[name].astype(np.int64), work.day(work.datetime.date(2100, 12, 31)))
    return numbers.astype("datetime64[D]")


for name, values in {
    "birth": days("birth"), "start": days("from"), "end": days("to"), "birth_order": columns["order"],
    "infant": columns["kind"] == 0, "registered": columns["registered"] == 1, "filed": columns["filed"] == 1,
    "inclusive": columns["inclusive"] == 1, "fee": columns["fee"] / 100, "childcare": columns["childcare"] / 10_000,
    "kindergarten": columns["kindergarten"] / 10_000,
}.items():
    simulation.set_input(name, "ETERNITY", values)
out = []


def rounded(values):
    return np.floor(values * 100 + 0.5) / 100


def run():
    for name in MONTHLY:
        simulation.delete_arrays(name)
    year = [rounded(simulation.calculate_add(name, "2026")) for name in
            ("operating_subsidy", "city_award", "family_subsidy", "reimbursement")]
    total = simulation.calculate_add("fees", "2026")
    out[:] = [*year, np.maximum(0, total - year[2] - year[3])]


work.serve(run, lambda: [np.rint(column.astype(np.float64) * 100).astype(np.int64) for column in out])
