"""Every check, in the order of the sections: an explicit tuple."""

from __future__ import annotations

from checks.adulthood.four_areas import pfa_four_areas
from checks.aspirations.aspiration_present import a_aspiration_present
from checks.aspirations.child_view import a_child_view
from checks.aspirations.first_person_or_method import a_first_person_or_method
from checks.aspirations.parent_view import a_parent_view
from checks.check import Check
from checks.continuity.area_agree import thread_area_agree
from checks.continuity.aspiration_orphan import thread_aspiration_orphan
from checks.continuity.chain_rate import thread_chain_rate
from checks.continuity.contradiction import thread_contradiction
from checks.continuity.need_outcome import thread_need_outcome
from checks.continuity.need_provision import thread_need_provision
from checks.continuity.outcome_aspiration import thread_outcome_aspiration
from checks.continuity.outcome_need import thread_outcome_need
from checks.continuity.outcome_provision import thread_outcome_provision
from checks.continuity.provision_orphan import thread_provision_orphan
from checks.dates.review_overdue import stale_review_overdue
from checks.dates.year_group import stale_year_group
from checks.document.identity_fields import doc_identity_fields
from checks.document.placeholder import doc_placeholder
from checks.document.section_empty import doc_section_empty
from checks.document.sections_labelled import doc_sections_labelled
from checks.document.sections_present import doc_sections_present
from checks.needs.areas_covered import b_areas_covered
from checks.needs.need_not_diagnosis import b_need_not_diagnosis
from checks.needs.present import b_present
from checks.needs.provision_in_b import b_provision_in_b
from checks.outcomes.present import e_present
from checks.provision.present import f_present

CHECKS: tuple[Check, ...] = (
    doc_sections_present,
    doc_sections_labelled,
    doc_section_empty,
    doc_identity_fields,
    doc_placeholder,
    stale_review_overdue,
    stale_year_group,
    thread_contradiction,
    thread_chain_rate,
    a_aspiration_present,
    a_child_view,
    a_parent_view,
    a_first_person_or_method,
    thread_aspiration_orphan,
    b_present,
    b_areas_covered,
    b_need_not_diagnosis,
    b_provision_in_b,
    thread_need_outcome,
    thread_need_provision,
    e_present,
    pfa_four_areas,
    thread_outcome_aspiration,
    thread_outcome_need,
    thread_outcome_provision,
    thread_area_agree,
    f_present,
    thread_provision_orphan,
)

BY_ID: dict[str, Check] = {check.id: check for check in CHECKS}
