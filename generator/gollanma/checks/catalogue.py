"""Every code with its weight, in the order of the handbook; the judges stand in `CHECKS`.

Some codes are found before there is a library to judge, and some after its site is built.
"""

from dataclasses import dataclass

from gollanma.checks import (
    agreement,
    amended,
    amendments,
    by_laws,
    citations,
    deadlines,
    defined_terms,
    duties,
    facts,
    form_of_words,
    freshness,
    glossary,
    ids,
    law,
    learning,
    numbering,
    packages,
    parity,
    practices,
    procedures,
    publication,
    quotations,
    references,
    schema_rules,
    sharing,
    stages,
    translations,
    undecided,
    unlinked,
    wording,
)
from gollanma.checks.allowances import CODE as ALLOWANCE
from gollanma.checks.finding import Check
from gollanma.diagnostics import Severity

CHECKS: tuple[Check, ...] = (
    schema_rules.value_not_in_project_list,
    schema_rules.field_missing_for_status,
    ids.same_id_twice,
    ids.retired_id_used_again,
    references.dangling_reference,
    references.wrong_kind_of_target,
    references.broken_reference_in_prose,
    references.draft_cited_in_force,
    references.cites_what_is_over,
    references.cycle,
    references.orphan,
    references.one_side_alone,
    freshness.rests_on_what_has_changed,
    references.repeated_or_self_link,
    wording.address_beyond_the_handbook,
    law.cites_repealed_provision,
    law.no_such_provision,
    law.cited_title_differs,
    law.dates_out_of_order,
    amended.amended_since_the_review,
    by_laws.promised_by_law_is_missing,
    by_laws.by_law_without_ground,
    duties.binds_otherwise_than_the_law,
    quotations.quotation_differs,
    numbering.numbers_out_of_order,
    numbering.id_given_twice,
    citations.cites_a_former_number,
    citations.cited_number_differs,
    undecided.reference_waits_for_a_decision,
    unlinked.citation_without_a_link,
    unlinked.citations_differ,
    unlinked.relative_citation,
    defined_terms.term_of_the_act,
    stages.stages_out_of_order,
    amendments.declared_and_real_changes_differ,
    amendments.change_without_a_target,
    amendments.change_in_one_language_alone,
    stages.solemn_form_is_missing,
    duties.duty_without_anything_behind_it,
    amended.reviewed_against_an_earlier_edition,
    parity.provision_missing_in_a_language,
    duties.reserved_for_another_role,
    stages.comment_left_open,
    packages.package_is_incomplete,
    packages.group_without_a_service,
    packages.stage_without_its_procedure,
    deadlines.deadlines_disagree,
    procedures.actor_has_no_post,
    procedures.step_out_of_reach,
    procedures.question_without_answers,
    procedures.referrals_in_a_circle,
    procedures.nobody_does_it,
    deadlines.deadlines_cannot_be_kept,
    deadlines.deadline_begins_with_nothing,
    sharing.forms_differ_from_their_list,
    sharing.personal_data_before_consent,
    sharing.referral_sends_too_much,
    learning.teaches_what_is_over,
    learning.taught_by_nobody,
    learning.days_do_not_add_up,
    practices.case_does_not_fit_its_procedure,
    facts.contradiction,
    facts.total_is_not_the_sum,
    facts.shares_do_not_make_a_whole,
    facts.number_not_bound_to_its_fact,
    glossary.term_has_no_word,
    glossary.two_preferred_words,
    glossary.one_word_for_two_terms,
    glossary.term_explains_itself,
    glossary.word_to_be_avoided,
    translations.language_missing,
    freshness.translation_is_stale,
    agreement.numbers_differ,
    agreement.units_differ,
    agreement.days_differ,
    agreement.sums_differ,
    form_of_words.copied_instead_of_translated,
    translations.letters_of_two_scripts,
    form_of_words.ending_does_not_follow_the_number,
    translations.references_differ,
    form_of_words.built_differently,
    wording.placeholder,
    publication.in_force_without_approval,
    publication.review_is_due,
    publication.sample_in_a_service_build,
    publication.sample_looks_official,
    freshness.released_version_was_changed,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A code of the catalogue."""

    code: str
    name: str
    severity: Severity


BEFORE: tuple[Entry, ...] = (
    Entry("SRC001", "unreadable", Severity.ERROR),
    Entry("SRC002", "equal-keys", Severity.ERROR),
    Entry("SRC003", "ambiguous-plain-word", Severity.ERROR),
    Entry("SRC004", "unseen-character", Severity.WARNING),
    Entry("SRC005", "normalised", Severity.INFO),
    Entry("SCH001", "not-in-schema", Severity.ERROR),
    Entry("SCH004", "wrong-place", Severity.ERROR),
    Entry(ALLOWANCE, "idle-allowance", Severity.WARNING),
)
"""Codes that reading, decoding and the allowances find, without a judge of their own."""

AFTER: tuple[Entry, ...] = (
    Entry("PUB005", "site-does-not-hold-together", Severity.ERROR),
    Entry("AKN001", "document-unreadable", Severity.ERROR),
    Entry("AKN002", "document-does-not-fit", Severity.ERROR),
    Entry("AKN003", "documents-disagree", Severity.ERROR),
    Entry("LTX001", "law-text-cannot-be-imported", Severity.ERROR),
    Entry("LTX002", "part-of-a-law-text-left-out", Severity.WARNING),
    Entry("LTX003", "one-number-twice", Severity.ERROR),
    Entry("LTX004", "number-does-not-follow", Severity.WARNING),
    Entry("LTX005", "letters-of-two-scripts-imported", Severity.WARNING),
    Entry("LTX006", "languages-of-an-act-differ", Severity.WARNING),
    Entry("LTX007", "provision-of-one-language-alone", Severity.ERROR),
    Entry("LTX009", "line-that-may-go-on", Severity.WARNING),
    Entry("LTX010", "guessed-in-a-law-text", Severity.INFO),
    Entry("WRD001", "returned-word-file-unreadable", Severity.ERROR),
    Entry("WRD002", "reference-lost-in-word", Severity.WARNING),
    Entry("WRD003", "proposal-to-look-at", Severity.WARNING),
)
"""Codes of the built site, and of texts that are read into records; no record is an example."""


def entries() -> tuple[Entry, ...]:
    """Give every code, sorted."""
    judged = (Entry(each.code, each.name, each.severity) for each in CHECKS)
    return tuple(sorted((*BEFORE, *judged, *AFTER), key=lambda each: each.code))
