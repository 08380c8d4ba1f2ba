"""One search over everything public: what answers at once, what is found, what is near, what was meant perhaps.

views the page, its exports and suggestions · kinds what each kind of thing is called and weighs · answers direct answers.
"""

from front.search.views import bp

__all__ = ["bp"]
