"""Renewals (课程更新): a clause a course teaches is not what it was any more. The course is marked for somebody to look at, its certificates say on their check page
that the text taught has a newer version – they stay valid –, and holders are invited to the update session once there is one.

models the tables · policy · queries · checking whether clauses are what they were · workflow · letters · spreading · actions · waiting · forms, views.
"""

from flask import Flask

from association.renewals import spreading, views


def init_app(app: Flask) -> None:
    spreading.init_app()
    views.init_app(app)
