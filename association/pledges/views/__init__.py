"""Pages of pledges: the public texts and the register, an organisation's own, the desk."""

from flask import Flask

from association.kernel import history, rendering
from association.kernel.words import _l
from association.pledges.views import file, own, reading, register, signatures

history.describe(
    prepare_signature=_l("填报签署"), prepare_signature_alone=_l("本人填报签署"), invite_to_sign=_l("邀请签署"), put_in_batch=_l("编入批次"),
    begin_pledge=_l("起草公约"), change_signatories=_l("可以签署的单位"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (register, reading, own, file, signatures):
        app.register_blueprint(room.bp)
    rendering.add_to_navigation(_l("自律公约"), "pledges.index")
