"""Every check, in the order of the sections: an explicit tuple."""

from __future__ import annotations

from checks.adulthood.adult_focus import pfa_adult_focus
from checks.adulthood.earlier import pfa_earlier
from checks.adulthood.four_areas import pfa_four_areas
from checks.adulthood.provision import pfa_provision
from checks.adulthood.y9_review import pfa_y9_review
from checks.aspirations.aspiration_present import a_aspiration_present
from checks.aspirations.child_view import a_child_view
from checks.aspirations.communication import a_communication
from checks.aspirations.coproduction import a_coproduction
from checks.aspirations.deficit_only import a_deficit_only
from checks.aspirations.first_person_or_method import a_first_person_or_method
from checks.aspirations.history import a_history
from checks.aspirations.important_to_for import a_important_to_for
from checks.aspirations.long_term import a_long_term
from checks.aspirations.parent_view import a_parent_view
from checks.aspirations.pfa_aspirations import a_pfa_aspirations
from checks.aspirations.post16_destination import a_post16_destination
from checks.aspirations.strengths_interests import a_strengths_interests
from checks.aspirations.working_not_working import a_working_not_working
from checks.caseload.other_child import id_other_child
from checks.caseload.outcome_caseload import dup_outcome_caseload
from checks.caseload.provision_caseload import dup_provision_caseload
from checks.caseload.template_share import dup_template_share
from checks.check import Check
from checks.clocks.amended_final import t_ar_final_8w
from checks.clocks.draft_fifteen_days import t_draft_15d
from checks.clocks.outcomes_yearly import t_outcomes_annual
from checks.clocks.phase_february import t_phase_feb
from checks.clocks.phase_march import t_phase_mar
from checks.clocks.post_16_five_months import t_post16_5m
from checks.clocks.review_decision import t_ar_decision_4w
from checks.clocks.review_report import t_ar_report_2w
from checks.clocks.review_twelve_months import t_ar_12m
from checks.clocks.six_weeks import t_6wk_decision
from checks.clocks.twenty_weeks import t_20wk
from checks.clocks.under_five import t_under5
from checks.continuity.advice_carried import thread_advice_carried
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
from checks.dates.advice_age import stale_advice_age
from checks.dates.expired import stale_expired
from checks.dates.expiring import stale_expiring
from checks.dates.key_stage import stale_key_stage
from checks.dates.plan_age import plan_age_3y
from checks.dates.review_overdue import stale_review_overdue
from checks.dates.setting import stale_setting
from checks.dates.year_group import stale_year_group
from checks.document.ai_residue import doc_ai_residue
from checks.document.concise import doc_concise
from checks.document.hidden_text import doc_hidden_text
from checks.document.identity_fields import doc_identity_fields
from checks.document.medication_name import doc_medication_name
from checks.document.named_practitioner import doc_named_practitioner
from checks.document.obsolete_terms import doc_obsolete_terms
from checks.document.placeholder import doc_placeholder
from checks.document.plain_language import doc_plain_language
from checks.document.readable import doc_readable
from checks.document.review_date import doc_review_date
from checks.document.section_empty import doc_section_empty
from checks.document.section_i_state import doc_section_i_state
from checks.document.section_k_list import doc_section_k_list
from checks.document.sections_labelled import doc_sections_labelled
from checks.document.sections_present import doc_sections_present
from checks.document.struck_through import doc_struck_through
from checks.document.tracked_changes import doc_tracked_changes
from checks.health_and_care.class_of_care import h1_h2_class
from checks.health_and_care.educates_trains import f_educates_trains
from checks.health_and_care.personal_budget import f_personal_budget
from checks.health_and_care.specific import gh_specific
from checks.identity.dob_conflict import id_dob_conflict
from checks.identity.file_mismatch import id_file_mismatch
from checks.identity.foreign_name import id_foreign_name
from checks.identity.pronoun import id_pronoun
from checks.identity.upn import id_upn
from checks.needs.areas_covered import b_areas_covered
from checks.needs.barrier_impact import b_barrier_impact
from checks.needs.baseline import b_baseline
from checks.needs.cd_related import cd_related
from checks.needs.cd_stated import cd_stated
from checks.needs.duplicate_need import b_duplicate_need
from checks.needs.itemised import b_itemised
from checks.needs.misplaced_area import b_misplaced_area
from checks.needs.need_not_diagnosis import b_need_not_diagnosis
from checks.needs.present import b_present
from checks.needs.provision_in_b import b_provision_in_b
from checks.needs.strengths import b_strengths
from checks.outcomes.absolutes import e_absolutes
from checks.outcomes.achievable import e_achievable
from checks.outcomes.age_appropriate import e_age_appropriate
from checks.outcomes.area_coverage import e_area_coverage
from checks.outcomes.benefit_circular import e_benefit_circular
from checks.outcomes.benefit_clause import e_benefit_clause
from checks.outcomes.breadth import e_breadth
from checks.outcomes.builds_on_working import e_builds_on_working
from checks.outcomes.change_type import e_change_type
from checks.outcomes.compound import e_compound
from checks.outcomes.context import e_context
from checks.outcomes.control_influence import e_control_influence
from checks.outcomes.count import e_count
from checks.outcomes.deadline_age import e_deadline_age
from checks.outcomes.deadline_resolvable import e_deadline_resolvable
from checks.outcomes.domain_labels import e_domain_labels
from checks.outcomes.duplicate_within import e_duplicate_within
from checks.outcomes.ey_horizon import e_ey_horizon
from checks.outcomes.final_year import e_final_year
from checks.outcomes.format import e_format
from checks.outcomes.holistic import e_holistic
from checks.outcomes.horizon_12m import e_horizon_12m
from checks.outcomes.horizon_far import e_horizon_far
from checks.outcomes.important_to_for import e_important_to_for
from checks.outcomes.jargon import e_jargon
from checks.outcomes.measurable import e_measurable
from checks.outcomes.new_skill import e_new_skill
from checks.outcomes.no_hours import e_no_hours
from checks.outcomes.not_aspiration import e_not_aspiration
from checks.outcomes.not_professional_led import e_not_professional_led
from checks.outcomes.not_provision import e_not_provision
from checks.outcomes.not_service_view import e_not_service_view
from checks.outcomes.observable import e_observable
from checks.outcomes.peer_ceiling import e_peer_ceiling
from checks.outcomes.person_consistency import e_person_consistency
from checks.outcomes.phase_end import e_phase_end
from checks.outcomes.phase_table import e_phase_table
from checks.outcomes.positive import e_positive
from checks.outcomes.present import e_present
from checks.outcomes.short_in_long import e_short_in_long
from checks.outcomes.specific import e_specific
from checks.outcomes.success_evidence import e_success_evidence
from checks.outcomes.tense import e_tense
from checks.outcomes.timebound import e_timebound
from checks.outcomes.vague_verb import e_vague_verb
from checks.provision.agency_split import f_agency_split
from checks.provision.banding import f_banding
from checks.provision.content import f_content
from checks.provision.contingency import f_contingency
from checks.provision.delegated import f_delegated
from checks.provision.duration import f_duration
from checks.provision.expertise import f_expertise
from checks.provision.frequency import f_frequency
from checks.provision.hours_only import f_hours_only
from checks.provision.intended_outcome import f_intended_outcome
from checks.provision.modality import f_modality
from checks.provision.present import f_present
from checks.provision.range import f_range
from checks.provision.ratio import f_ratio
from checks.provision.review import f_review
from checks.provision.same_block import f_same_block
from checks.provision.staff_undefined import f_staff_undefined
from checks.provision.sums import f_arithmetic
from checks.provision.training import f_training
from checks.provision.transport import f_transport
from checks.provision.type import f_type
from checks.provision.unilateral import f_unilateral
from checks.provision.weasel import f_weasel
from checks.provision.who import f_who
from checks.steps.arrangements import steps_arrangements
from checks.steps.horizon import steps_horizon
from checks.steps.linked import steps_linked
from checks.steps.present import steps_present
from checks.steps.provision import steps_provision
from checks.steps.review import steps_review
from checks.versions.aspiration_moved import ver_aspiration_moved
from checks.versions.aspiration_same import ver_aspiration_same
from checks.versions.date_rolled import ver_date_rolled
from checks.versions.need_dropped import ver_need_dropped
from checks.versions.outcome_same import ver_outcome_same
from checks.versions.provision_cut import ver_provision_cut

CHECKS: tuple[Check, ...] = (
    doc_sections_present,
    doc_sections_labelled,
    doc_section_empty,
    doc_identity_fields,
    doc_review_date,
    doc_section_i_state,
    doc_section_k_list,
    doc_plain_language,
    doc_placeholder,
    doc_ai_residue,
    doc_obsolete_terms,
    doc_medication_name,
    doc_named_practitioner,
    doc_tracked_changes,
    doc_struck_through,
    doc_hidden_text,
    doc_readable,
    doc_concise,
    stale_review_overdue,
    stale_year_group,
    id_foreign_name,
    id_pronoun,
    id_upn,
    thread_contradiction,
    thread_chain_rate,
    a_aspiration_present,
    a_long_term,
    a_child_view,
    a_parent_view,
    a_first_person_or_method,
    a_history,
    a_communication,
    a_strengths_interests,
    a_deficit_only,
    a_working_not_working,
    a_important_to_for,
    a_coproduction,
    a_pfa_aspirations,
    a_post16_destination,
    thread_aspiration_orphan,
    b_present,
    b_areas_covered,
    b_need_not_diagnosis,
    b_provision_in_b,
    b_itemised,
    b_strengths,
    b_baseline,
    b_barrier_impact,
    b_duplicate_need,
    b_misplaced_area,
    cd_stated,
    cd_related,
    thread_need_outcome,
    thread_need_provision,
    e_present,
    e_count,
    e_specific,
    e_measurable,
    e_observable,
    e_vague_verb,
    e_timebound,
    e_deadline_resolvable,
    e_phase_end,
    e_final_year,
    e_phase_table,
    e_horizon_12m,
    e_ey_horizon,
    e_deadline_age,
    e_benefit_clause,
    e_not_provision,
    e_no_hours,
    e_not_service_view,
    e_not_aspiration,
    e_absolutes,
    e_compound,
    e_tense,
    e_short_in_long,
    e_duplicate_within,
    e_format,
    e_success_evidence,
    e_benefit_circular,
    e_control_influence,
    e_achievable,
    e_peer_ceiling,
    e_horizon_far,
    e_new_skill,
    e_change_type,
    e_person_consistency,
    e_context,
    e_important_to_for,
    e_age_appropriate,
    e_breadth,
    e_area_coverage,
    e_holistic,
    e_domain_labels,
    e_jargon,
    e_not_professional_led,
    e_positive,
    e_builds_on_working,
    steps_present,
    steps_arrangements,
    steps_horizon,
    steps_linked,
    steps_provision,
    steps_review,
    pfa_four_areas,
    pfa_adult_focus,
    pfa_provision,
    pfa_y9_review,
    pfa_earlier,
    stale_expired,
    stale_expiring,
    stale_key_stage,
    thread_outcome_aspiration,
    thread_outcome_need,
    thread_outcome_provision,
    thread_area_agree,
    f_present,
    f_type,
    f_duration,
    f_frequency,
    f_who,
    f_personal_budget,
    h1_h2_class,
    gh_specific,
    f_educates_trains,
    f_intended_outcome,
    f_contingency,
    f_review,
    f_agency_split,
    f_hours_only,
    f_training,
    f_content,
    f_staff_undefined,
    f_ratio,
    f_arithmetic,
    f_transport,
    f_unilateral,
    f_delegated,
    f_banding,
    f_expertise,
    f_weasel,
    f_modality,
    f_range,
    f_same_block,
    thread_provision_orphan,
    thread_advice_carried,
    dup_outcome_caseload,
    dup_provision_caseload,
    dup_template_share,
    id_other_child,
    id_file_mismatch,
    id_dob_conflict,
    ver_outcome_same,
    ver_date_rolled,
    ver_aspiration_same,
    ver_aspiration_moved,
    ver_need_dropped,
    ver_provision_cut,
    stale_advice_age,
    stale_setting,
    plan_age_3y,
    t_6wk_decision,
    t_20wk,
    t_draft_15d,
    t_ar_12m,
    t_ar_report_2w,
    t_ar_decision_4w,
    t_ar_final_8w,
    t_phase_feb,
    t_phase_mar,
    t_post16_5m,
    t_under5,
    t_outcomes_annual,
)

BY_ID: dict[str, Check] = {check.id: check for check in CHECKS}
