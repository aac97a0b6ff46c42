"""Every check, in the order of the sections: an explicit tuple."""

from __future__ import annotations

from checks.aspirations.aspiration_present import a_aspiration_present
from checks.check import Check
from checks.document.identity_fields import doc_identity_fields
from checks.document.placeholder import doc_placeholder
from checks.document.section_empty import doc_section_empty
from checks.document.sections_labelled import doc_sections_labelled
from checks.document.sections_present import doc_sections_present
from checks.needs.present import b_present
from checks.outcomes.present import e_present
from checks.provision.present import f_present

CHECKS: tuple[Check, ...] = (
    doc_sections_present,
    doc_sections_labelled,
    doc_section_empty,
    doc_identity_fields,
    doc_placeholder,
    a_aspiration_present,
    b_present,
    e_present,
    f_present,
)

BY_ID: dict[str, Check] = {check.id: check for check in CHECKS}
