"""Templates: escaped, without inline code, all of them used, letters in both languages."""

import re

from association.kernel.settings import ROOT
from association.kernel.workflow import workflows
from tests.architecture import house

TEMPLATES = ROOT / "templates"
LETTERS = TEMPLATES / "letters"
NAMED_INSIDE = re.compile(r"""\{%-?\s*(?:include|extends|from|import)\s+["']([^"']+)["']""")
# A life's letters are named from its deed.
LETTER_OF = {
    "organisation": "organisations/{}",
    "officer": "organisations/officer_{}",
    "organisation_change": "organisations/change_{}",
    "membership": "membership/{}",
}
SAME_LETTER = {"sign_alone": "sign", "hand_over": "end"}


def _pages() -> list[str]:
    return [str(p.relative_to(TEMPLATES)) for p in house.templates() if not p.is_relative_to(LETTERS)]


def _letters() -> set[str]:
    return {str(p.relative_to(LETTERS)).split(".")[0] for p in LETTERS.glob("*/*.txt")}


def _said() -> set[str]:
    return {text for path in house.modules() for text in house.strings(path)}


def _fits(template: str, said: set[str]) -> bool:
    return any(
        template == s or ("*" in s and re.fullmatch(re.escape(s).replace(r"\*", "[a-z0-9_]+"), template))
        for s in said
    )


def test_nothing_goes_around_escaping():
    around = re.compile(r"\|\s*safe\b|autoescape\s+false")
    bad = [t for t in _pages() if around.search((TEMPLATES / t).read_text())]
    assert bad == []


def test_no_page_has_inline_style_or_script():
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=[\"']|javascript:|<script(?![^>]*\bsrc=)", re.IGNORECASE)
    data = '<script type="application/ld+json">'  # a block of data, which no browser runs; in one component (decision 0046)
    # Official documents are drawn by WeasyPrint, whose page styles stand in their head.
    bad = [
        t
        for t in _pages()
        if not t.startswith("print/") and inline.search((TEMPLATES / t).read_text().replace(data, ""))
    ]
    assert bad == []
    assert [t for t in _pages() if data in (TEMPLATES / t).read_text()] == ["components/data.html"]


def test_a_link_stands_apart_from_the_sentence_before_it():
    """Chinese needs no space there; English does."""
    joined = re.compile(r"""[。！？]"(?:, [^{}]*)?\) \}\}<a\b""")
    assert [t for t in _pages() if joined.search((TEMPLATES / t).read_text())] == []


def test_what_a_list_counts_is_named_before_it_is_translated():
    # Translated once already, a noun has lost its plural.
    bad = [t for t in _pages() if re.search(r"countline\(\w+, _\(", (TEMPLATES / t).read_text())]
    assert bad == []


def test_every_template_that_is_named_exists():
    said = {s for s in _said() if re.fullmatch(r"[a-z_/]+\.html", s) and "/" in s}
    inside = {n for t in _pages() for n in NAMED_INSIDE.findall((TEMPLATES / t).read_text())}
    # kernel.lists shows its use by an example of a feature's own name.
    missing = {n for n in said | inside if not (TEMPLATES / n).exists()}
    assert missing == set()


def test_every_template_is_used():
    said = _said() | {n for t in _pages() for n in NAMED_INSIDE.findall((TEMPLATES / t).read_text())}
    unused = [t for t in _pages() if not _fits(t, said)]
    assert unused == []


def test_every_letter_speaks_both_languages_and_has_a_subject_and_a_body():
    faults = []
    for letter in sorted(_letters() | {"foot"}):
        for language in ("zh", "en"):
            path = LETTERS / f"{letter}.{language}.txt"
            if not path.exists():
                faults.append(f"{letter} does not speak {language}")
            elif letter != "foot":
                lines = path.read_text().split("\n", 2)
                if len(lines) < 3 or not lines[0].strip() or lines[1].strip() or not lines[2].strip():
                    faults.append(f"{letter}.{language} has no subject, blank line and body")
    assert faults == []


def test_english_letters_have_no_chinese_words_of_their_own():
    chinese = re.compile(r"[\u4e00-\u9fff]")
    # What stands inside {{ }} and {% %} is data or a test of it; 「」 quote a title.
    bare = {
        p: re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", p.read_text(), flags=re.DOTALL)
        for p in LETTERS.rglob("*.en.txt")
    }
    assert [house.name(p) for p, words in bare.items() if chinese.search(words)] == []


def test_every_letter_is_sent_by_somebody_and_every_letter_sent_exists():
    said = {s for s in _said() if re.fullmatch(r"[a-z]+/[a-z_*]+", s)}
    features = {p.name for p in LETTERS.iterdir() if p.is_dir()}
    sent = {s for s in said if s.split("/")[0] in features and "*" not in s}
    assert {s for s in sent - _letters() if not (TEMPLATES / s).exists()} == set()
    assert {letter for letter in _letters() if not _fits(letter, said)} == set()


def test_every_step_somebody_else_must_know_of_has_its_letter():
    missing = []
    for life, named in LETTER_OF.items():
        for step in workflows()[life].steps:
            letter = named.format(SAME_LETTER.get(step.deed, step.deed))
            if letter not in _letters():
                missing.append(f"{life}: {step.deed} → {letter}")
    assert missing == []
