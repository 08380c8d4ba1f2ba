"""What is marked as changed reads, on each side, exactly as that side is written."""

from hypothesis import given
from hypothesis import strategies as st

from association.rules.reading.differences import Op, differences
from association.rules.reading.normal import even

WORDINGS = st.text("甲乙丙丁，。；;:：(（)）—-12１Ab \n", max_size=40)


@given(WORDINGS, WORDINGS)
def test_each_side_reads_as_it_was_written(old, new):
    changes = differences(old, new)
    assert "".join(c.text for c in changes if c.op is not Op.INSERTED) == old
    assert "".join(c.now for c in changes if c.op is not Op.DELETED) == new
    assert all(even(c.text) == even(c.now) for c in changes if c.op is Op.SAME)


@given(WORDINGS)
def test_other_widths_alone_are_no_change(text):
    full = text.translate(str.maketrans(";:()12", "；：（）１２"))
    assert all(c.op is Op.SAME for c in differences(text, full))
