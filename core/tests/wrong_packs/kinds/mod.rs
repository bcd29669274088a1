//! One sound rule of each kind that no other test of wrong packs has, and what a change to it brings.

mod conditions;
mod entitlements;
mod folds;
mod indicators;
mod labels;
mod limits;
mod lookups;
mod measures;
mod procedures;
mod quotients;
mod requirements;
mod sources;

use super::world::{Change, document, hold_in, rules, told};

pub const LAW: &str = "乳儿班每月不超过2100元；\n到2025年公办占比达到42%以上；\n按规定配备安保人员。";

/// The rules; the first line is line 16 of the document.
pub const RULES: &str = "\
limit fee for enrolment
  title    收费标准 | Fee standard
  applies
    running \"在托 | Enrolled\":  day in enrolment.from .. enrolment.to
    inclusive:  institution.inclusive
  let      standard = by class.kind
             infant:     2100 CNY/month
             otherwise:  enrolment.monthly_fee
  need     enrolment.monthly_fee <= standard

requirement guards for institution
  title    安保 | Guards
  applies  institution.registered
  need
    guards \"有安保 | Has guards\":  institution.security_guards >= 1
    inspection:  institution.safety_inspection

indicator share for jurisdiction
  title    公办占比 | Share of public ones
  guiding  力争 | An aspiration
  let      all-here = jurisdiction.institutions_complete known
  value    by all-here
             yes:  count(institution where institution.ownership is public) / count(institution)
             no:   jurisdiction.institutions_public / jurisdiction.institutions_total
  need     value >= 42%
  due      2025-12-31

procedure filing for institution
  title    备案 | Filing
  applies  institution.setting is kindergarten
  step confirm
    act   审核 | Review
    body  教育部门 | Education department
    done  institution.education_confirmed
  step register by institution.legal_form
    company:
      act          变更 | Change
      body         某局 | An office
      certificate  《营业执照》 | Licence
      done         institution.registration_changed
    otherwise: none

lookup department for institution
  title  牵头部门 | Lead department
  value by institution.setting
    kindergarten:  教育部门 | education department
    otherwise:     卫生健康部门 | health department

lookup offices for law
  title  责任部门 | Offices
  value list
    1:      某局 | An office
    place:  当地 | The place

entitlement training for institution
  title  补贴 | Subsidy
  pay    county -> institution
  rate   elsewhere as standard: 标准 | The standard

entitlement saving for institution
  title  优惠 | Saving
  form   saving
  pay    -> institution
  rate   per month sum(utility.quantity * utility.commercial_price for utility in institution.utilities)
";

/// The document of every kind.
pub fn every_kind() -> String {
    document(LAW, &rules(RULES))
}

/// It with one of its parts changed.
fn changed(was: &str, is: &str) -> String {
    super::world::changed_in(&every_kind(), was, is)
}

/// Holds every change to it against what is told of it.
fn hold(changes: &[Change]) {
    hold_in(&every_kind(), changes);
}

#[test]
fn every_kind_is_sound() {
    assert_eq!(told(&every_kind()), [""; 0]);
}
