"""The states of months and outcomes: contract §4."""

NOT_IN_FORCE = "not-in-force"
NOT_APPLICABLE = "not-applicable"
REFUSED = "refused"
GRANTED = "granted"
UNDETERMINED = "undetermined"
MET = "met"
BREACHED = "breached"
SHORT = "short"
MISSED = "missed"
PENDING = "pending"
DONE = "done"
NO_BRANCH = "no-branch"
KNOWN = "known"

#: Entitlement over a window: the first of these that a month has; the last where none has.
OF_ENTITLEMENT = (UNDETERMINED, GRANTED, REFUSED, NOT_APPLICABLE, NOT_IN_FORCE)

#: Limit, requirement, lookup over a window.
OF_JUDGEMENT = (BREACHED, SHORT, UNDETERMINED, MET, KNOWN, NOT_APPLICABLE, NOT_IN_FORCE)


def over_window(states: list[str], order: tuple[str, ...]) -> str:
    """The state of a window (contract §4, below the table)."""
    return next(state for state in order if state in states)
