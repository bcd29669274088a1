"""The steps of a kindergarten that opens childcare classes: measure 6; contract §3, §4."""

from datetime import date

from .cells import Answer, Facts
from .days import in_force
from .states import DONE, NO_BRANCH, NOT_APPLICABLE, NOT_IN_FORCE, PENDING

STEPS = ["confirm", "register", "roll-up", "file"]

#: "经同级教育部门审核确认"; "各县（市、区）教育部门定期汇总"; "由卫生健康部门统一备案".
BODIES = {"confirm": "教育", "roll-up": "教育", "file": "卫生健康"}

#: Legal form -> a word of the body, a word of the certificate, both as the measure has them.
BRANCHES = {
    "public-institution": ("机构编制", "事业单位法人证书"),
    "social-service-organization": ("行政审批", "民办非企业单位登记证书"),
    "company": ("市场监管", "营业执照"),  # 由市场监管部门或行政审批部门
}


def step_states(own: Facts) -> tuple[str, ...]:
    """done, pending or no-branch, in the order of the steps; one does not wait for another."""
    form = own["institution.legal_form"]
    registered = own["institution.registration_changed"]
    if form == "social-service-organization":
        registered = registered and own["institution.charter_approved"]  # "和修改章程核准"
    register = _state(registered) if form in BRANCHES else NO_BRANCH
    return (
        _state(own["institution.education_confirmed"]), register,
        _state(own["institution.in_county_rollup"]), _state(own["institution.filed_by_health"]),
    )


def procedure(day: date, own: Facts) -> Answer:
    """State and the first step that is not done."""
    if not in_force(day):
        return NOT_IN_FORCE, None
    if own["institution.setting"] != "kindergarten":
        return NOT_APPLICABLE, None
    states = step_states(own)
    if NO_BRANCH in states:
        return NO_BRANCH, None
    ahead = [step for step, state in zip(STEPS, states) if state != DONE]
    return (PENDING, ahead[0]) if ahead else (DONE, None)


def steps_and_branch(day: date, own: Facts) -> Answer:
    """The states of the steps and the branch, where the procedure applies; else nothing."""
    if procedure(day, own)[0] in (NOT_IN_FORCE, NOT_APPLICABLE):
        return ()
    return step_states(own), own["institution.legal_form"]


def words(step: str, form: str | None) -> dict[str, str | None]:
    """What must stand in the Chinese text of act, body and certificate; None where there is no text.

    `form` is None where the branch is not known. Of an act nothing is asked but that it is there.
    """
    if step == "register":
        body, certificate = BRANCHES.get(form or "", (None, None))
        return {"act": None if body is None else "", "body": body, "certificate": certificate}
    return {"act": "", "body": BODIES[step], "certificate": None}


def _state(done: bool) -> str:
    return DONE if done else PENDING
