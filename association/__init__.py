"""The association itself: its kernel, the people and organisations it deals with, and what it does with them.

`kernel` knows no feature. Every other folder is a feature with the same rooms (docs/architecture.md); arrows only point down:
coverage | exams | renewals | requirements | surveys | transcripts → amendments | fulfilment | inquiries | remedies | review | rosters | training → commentary | footage | guidance | pledges | selfcheck | standards → panels → consultations | experts | membership | permits | works → standing → following | ties → organisations → drafting → accounts → people | rules → kernel.
"""

from flask import Flask

from association import (
    accounts,
    administration,
    amendments,
    commentary,
    consultations,
    coverage,
    drafting,
    exams,
    experts,
    following,
    footage,
    fulfilment,
    guidance,
    inbox,
    inquiries,
    membership,
    organisations,
    panels,
    permits,
    pledges,
    remedies,
    renewals,
    requirements,
    review,
    rosters,
    rules,
    selfcheck,
    standards,
    standing,
    surveys,
    ties,
    training,
    transcripts,
    works,
)


def init_app(app: Flask) -> None:
    """Register every feature, lower ones first."""
    for feature in (
        accounts,
        inbox,
        administration,
        rules,
        drafting,
        organisations,
        ties,
        following,
        standing,
        permits,
        membership,
        consultations,
        experts,
        panels,
        standards,
        pledges,
        amendments,
        rosters,
        guidance,
        works,
        footage,
        selfcheck,
        fulfilment,
        remedies,
        commentary,
        inquiries,
        review,
        training,
        coverage,
        requirements,
        exams,
        renewals,
        transcripts,
        surveys,
    ):
        feature.init_app(app)
