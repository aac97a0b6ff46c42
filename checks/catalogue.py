"""Every check, in the order of the sections: an explicit tuple."""

from __future__ import annotations

from checks.adulthood.four_areas import pfa_four_areas
from checks.aspirations.aspiration_present import a_aspiration_present
from checks.aspirations.child_view import a_child_view
from checks.aspirations.first_person_or_method import a_first_person_or_method
from checks.aspirations.parent_view import a_parent_view
from checks.check import Check
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
    a_aspiration_present,
    a_child_view,
    a_parent_view,
    a_first_person_or_method,
    b_present,
    b_areas_covered,
    b_need_not_diagnosis,
    b_provision_in_b,
    e_present,
    pfa_four_areas,
    f_present,
)

BY_ID: dict[str, Check] = {check.id: check for check in CHECKS}
