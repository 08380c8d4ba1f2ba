"""Which kind of thing fills a blank of an address."""

from tests.walk import (
    api,
    articles,
    cases,
    commentary,
    exams,
    incubation,
    panels,
    productions,
    publiclog,
    reviewing,
    selfcheck,
    training,
)

BLANKS = {
    **api.BLANKS,
    **selfcheck.BLANKS,
    **publiclog.BLANKS,
    **reviewing.BLANKS,
    **articles.BLANKS,
    **cases.BLANKS,
    **training.BLANKS,
    **exams.BLANKS,
}
"""Which kind of thing fills a blank, by (endpoint, blank); asked first."""
# Which kind of thing `<int:id>` is, by blueprint or endpoint.
ID_OF = {
    **articles.ID_OF,
    **cases.ID_OF,
    **commentary.ID_OF,
    **exams.ID_OF,
    **incubation.ID_OF,
    **panels.ID_OF,
    **selfcheck.ID_OF,
    **productions.ID_OF,
    **reviewing.ID_OF,
    **training.ID_OF,
    "keeping": "edition", "mapping": "edition", "mapping.line": "clause_mapping", "consultation_desk": "consultation", "consultation_desk.open_for": "edition",
    "consultation_comments": "consultation_comment", "consultation_comments.unlink": "consultation_change",
    "applying": "organisation", "changing": "organisation", "organisation_file": "organisation", "permits": "organisation",
    "membership": "membership", "membership.apply": "organisation", "membership.of_organisation": "organisation",
    "officers": "officer", "officers.invite": "organisation", "staff_accounts": "account", "inbox": "letter",
    "class_rules": "class_rule", "model_clauses": "model_clause", "administration.entry": "entry", "attachments": "attachment",
    "own_remedies": "guidance_note", "remedy_notes": "guidance_note", "own_interviews": "interview",
    "own_guidance": "guidance_question", "guidance_desk": "guidance_question", "public_guidance_desk": "public_answer",
    "warning_desk": "warning", "own_warnings": "warning_receipt",
    "standard_projects": "standard_project", "standard_proposals": "standard_project", "standard_desk": "standard_project",
    "standard_ballot.invite": "standard_review", "standard_ballot.close": "standard_review", "standard_ballot": "standard_reviewer",
    "pledge_desk": "pledge_version", "own_pledges": "pledge_signature", "pledge_signatures": "pledge_signature",
    "own_statements": "pledge_statement", "statements": "pledge_statement",
    "ceremonies": "pledge_ceremony", "own_amendments": "pledge_motion", "own_amendments.vote": "pledge_ballot_seat", "amendment_desk": "pledge_version",
    "own_inquiries": "pledge_inquiry", "inquiry_desk": "pledge_inquiry", "inquiry_desk.ask": "pledge_signature",
    "own_inquiries.plead": "pledge_measure", "own_inquiries.object": "pledge_measure", "own_inquiries.report": "pledge_measure",
    "inquiry_desk.decide": "pledge_measure", "publicity": "pledge_measure",
    "own_appeals": "appeal_initiator", "appeal_desk": "appeal_notice",
    "experts": "expert", "own_expert": "expert", "expert_desk": "expert", "expert_desk.objection": "expert_objection", "expert_calls": "expert_call",
    "tie_desk": "tie", "tie_desk.lift": "tie_lift",
    "agency_file": "agency", "agency_file.filing": "agency_filing", "agency_file.section": "agency_filing", "agency_writing": "agency_filing",
    "agency_desk": "agency_filing", "own_agencies": "agency", "own_agencies.apply": "organisation",
    "roster": "agency", "roster.show": "roster_reading",
    "complaint_desk": "complaint", "complaint_handling": "complaint", "complaint_evidence": "complaint_evidence", "complaint_evidence.add": "complaint",
    "complaint_transfers": "complaint_transfer", "complaint_transfers.prepare": "complaint",
    "commendations": "nomination", "commendation_objecting": "nomination", "own_commendations": "nomination",
    "commendation_desk": "commendation_round", "commendation_objections": "objection",
    "standing": "standing", "own_following": "follow", "own_following.letters": "organisation",
    "notice_desk": "notice", "notice_desk.uncite": "notice_citation", "standard_keeping": "standard", "standard_keeping.examination": "standard_examination",
    "standard_keeping.find_outcome": "standard_examination", "standard_keeping.act": "standard_act",
    "standard_keeping.change_act": "standard_act", "standard_keeping.write_act": "edition",
}  # fmt: skip
# Whose `<slug>` is a pledge's.
ON_PLEDGES = (
    "pledges",
    "pledge_register",
    "own_pledges",
    "statements",
    "publicity",
    "amendments",
    "own_amendments",
    "amendment_desk",
    "rosters",
    "ceremonies",
)
SLUG_OF = {
    "warnings": "warning_slug", "guidance": "guidance_slug", "appeals": "appeal_slug", "own_appeals": "appeal_slug", "bulletins": "notice_slug",
    "consultations": "consultation_slug", "commenting": "consultation_slug", "commentary": "commentary_slug", "training": "course_slug",
}  # fmt: skip
"""Which kind of thing a slug names, by blueprint; a document of rules where nothing is said."""
OTHER_BLANKS: dict[str, dict[str, object]] = {
    "version": {"1": 1}, "code": {"unknown code": "no-such-code"}, "stage": {"call": "call"}, "suggestion": {"no suggestion": 0},
    "topic": {"a clause": "penalty"}, "file_id": {"no subtitles": 0}, "deed": {"uphold": "uphold"},
    "section": {"contacts": "contacts", "agents": "agents"}, "row": {"no such row": "nowhere"},
    "token": {"unknown token": "no-such-token"}, "absence": {"no days away": 0}, "what": {"prove": "prove"}, "day": {"2026-11-23": "2026-11-23"},
    "key": {"a setting": "organisations.review_days"}, "path": {"8": "8"}, "name": {"theme": "theme"}, "value": {"dark": "dark"},
}  # fmt: skip
