"""Whatever a person types or pastes is shown in a valid PDF, or visibly replaced."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.drawing import DAY, scan_of
from tests.report.pdf_reading import Pdf
from tests.report.typeset_scan import (
    CARD,
    HALF,
    NOTE,
    agreed,
    assert_valid,
    assert_within_margins,
    column_heads,
    details,
    read,
    read_scan,
    rows,
    typeset_scan,
    typst_error,
)
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.report import typesetting
from vpt_desktop.report.printable import substituted_in_words
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.words import WORDS


@pytest.fixture
def only_the_bundled_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    """See no typeface of this computer, so that a test says the same on every one."""
    monkeypatch.setattr(typesetting, "_all_fonts", typesetting._bundled_fonts)


TYPED_AS_IS = [
    "#set page(width: 1pt) $x^2$ *a* _b_ `c` <d> @e \\f = g - h + i / j // k /* l */ \"m\" 'n' ~ -- ... http://o.nl",
    "#samensterktegenondermijning",
    "Súdwest-Fryslân, 's-Hertogenbosch & Noardeast-Fryslân — €",
    "◊",
]


@pytest.mark.parametrize("organisation", TYPED_AS_IS)
def test_markup_is_printed_as_typed(organisation: str) -> None:
    typeset_document = typeset_scan(organisation=organisation)
    pdf = Pdf(typeset_document.pdf)

    assert (details(pdf)["Organisatie"], NOTE in pdf.text) == (organisation, False)
    assert typeset_document.substituted == ()


@pytest.mark.usefixtures("only_the_bundled_typeface")
@pytest.mark.parametrize(
    ("organisation", "shown", "substituted"),
    [
        ("Gemeente \ue000\ud800", "Gemeente ◊◊", ("\ue000", "\ud800")),
        ("\x00\x7f\ufdd0\ufffe\U0010ffff", "◊◊◊◊◊", ("\x00", "\x7f", "\ufdd0", "\ufffe", "\U0010ffff")),
        ("a 日本 b 本日", "a ◊◊ b ◊◊", ("日", "本")),
        ("דרום", "◊◊◊◊", tuple("דרום")),
        ("🇳🇱", "◊◊", ("🇳", "🇱")),
        ("👨\u200d👩", "◊◊", ("👨", "👩")),
    ],
)
def test_a_character_without_a_typeface_is_marked_and_the_pdf_says_so(
    organisation: str, shown: str, substituted: tuple[str, ...]
) -> None:
    typeset_document = typeset_scan(organisation=organisation)
    pdf = Pdf(typeset_document.pdf)

    assert typeset_document.substituted == substituted
    assert details(pdf)["Organisatie"] == shown
    assert pdf.text.endswith(NOTE)
    assert str(pdf.file.docinfo.Title) == f"VPT-scan {shown}, 23 november 2026"
    assert_valid(typeset_document.pdf)


@pytest.mark.usefixtures("only_the_bundled_typeface")
@pytest.mark.parametrize(
    "organisation", ["\ufeffGemeente", "Gem\u200beente", "Gemeente\ufe0f", "Gemeente\u2066"]
)
def test_what_cannot_be_seen_is_left_out_without_a_mark(organisation: str) -> None:
    typeset_document = typeset_scan(organisation=organisation)

    assert typeset_document.substituted == ()
    assert visible(details(Pdf(typeset_document.pdf))["Organisatie"]) == Counter("Gemeente")


def test_nothing_typed_turns_round_the_text_behind_it() -> None:
    assert typeset_scan(organisation="Gemeente \u202eOss\u202d") == typeset_scan(organisation="Gemeente Oss")


def test_other_scripts_are_shown_in_typefaces_of_the_computer() -> None:
    organisation = "שלום مرحبا 中文 🇳🇱 👨‍👩‍👧 Ж"
    typeset_document = typeset_scan(organisation=organisation)

    shown = visible(details(Pdf(typeset_document.pdf))["Organisatie"])
    assert shown == visible(with_substitutes(organisation, typeset_document.substituted))
    assert_valid(typeset_document.pdf)


def test_a_typeface_that_forbids_to_be_put_into_a_file_is_done_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compile_with = typst.compile

    def refusing(template: bytes, *, font_paths: object, **options: object) -> object:
        if font_paths == "restricted":
            raise typst_error("license of font is too restrictive")
        return compile_with(template, font_paths=font_paths, **options)

    monkeypatch.setattr(typst, "compile", refusing)
    monkeypatch.setattr(typesetting, "_all_fonts", lambda: "restricted")

    typeset_document = typeset_scan(organisation="Gemeente 日")

    assert details(Pdf(typeset_document.pdf))["Organisatie"] == "Gemeente ◊"
    assert typeset_document.substituted == ("日",)


@pytest.mark.usefixtures("only_the_bundled_typeface")
def test_text_that_typst_breaks_on_is_printed_without_its_stray_marks() -> None:
    typeset_document = typeset_scan(organisation="דרום \u05b8" * 50)

    assert typeset_document.substituted == ("ד", "ר", "ו", "ם", "\u05b8")  # noqa: RUF001  Hebrew it is
    assert visible(details(Pdf(typeset_document.pdf))["Organisatie"]) == Counter("◊◊◊◊◊" * 50)


def test_a_name_is_never_wider_than_its_column() -> None:
    for organisation in ("x" * 10_000, "W" * 100, "woord " * 1_667, "\u0301" * 500, "a" + "\u0301" * 500):
        pdf = read(organisation=organisation)

        assert_within_margins(pdf)
        assert visible(organisation) <= visible(details(pdf)["Organisatie"])


@pytest.mark.parametrize(
    "typed",
    [
        "." + "x" * 98,
        ". " * 200,
        "( " * 200,
        "« " * 200,
        "! " * 200,
        "— " * 200,
        "(zie " + "x" * 98,
        "— a" * 200,
    ],
)
def test_a_row_that_may_not_be_broken_is_never_wider_than_its_column(typed: str) -> None:
    scan = replace(
        scan_of(HALF), organisation=typed, account_manager=AccountManager(name="", phone="", email=typed)
    )
    pdf = read_scan(agreed(scan, 7, note=typed, who=typed))

    assert_within_margins(pdf)
    assert details(pdf)["Organisatie"] == typed.strip()


@pytest.mark.parametrize("organisation", ["x" * 10_000, ("Gemeente Voorbeeldstad " * 435)[:9_999] + "!"])
def test_ten_thousand_characters_flow_over_numbered_pages(organisation: str) -> None:
    pdf = read(organisation=organisation)

    assert details(pdf)["Organisatie"] == organisation
    for page in range(pdf.page_count):
        footer = f"…, 23 november 2026Pagina {page + 1} van {pdf.page_count}"
        assert pdf.artifacts(page).endswith(footer)
        assert f"VPT-scan {organisation[:20]}" in pdf.artifacts(page)
    assert column_heads(pdf) == ["Nr.", "Punt", "Stand"]
    assert len(rows(pdf)) == 10


def visible(text: str) -> Counter[str]:
    """Count what a reader sees: neither white space nor format characters, and accents however composed."""
    return Counter(
        character
        for character in unicodedata.normalize("NFD", text)
        if not (character.isspace() or unicodedata.category(character) == "Cf" or character in INVISIBLE)
    )


INVISIBLE = {chr(code) for code in (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2065)} | {
    chr(code)
    for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF))
    for code in range(first, last + 1)
}
"""Unicode's default ignorable code points that are no format characters."""


def with_substitutes(text: str, substituted: tuple[str, ...]) -> str:
    return re.sub("|".join(map(re.escape, substituted)), "◊", text) if substituted else text


MARKUP = "# $x$ *a* \\ <b> ` _ @ = - + // https://vpt.nl/ \" ' -- ◊"
SCRIPTS = "🇳🇱 👩\u200d🚒 ❤\ufe0f 日本 שָׁלוֹם مَرحبا e\u0301 \u0301 \u202e \u00ad \ufeff \u2028"
FRAGMENTS = st.sampled_from([fragment + " " for fragment in (MARKUP + " " + SCRIPTS).split(" ")])
TYPED = st.lists(st.one_of(FRAGMENTS, st.text(max_size=20), st.characters(), st.just("x" * 90))).map("".join)


@pytest.fixture(scope="module", params=["bundled", "all"])
def typefaces(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "bundled":
            patch.setattr(typesetting, "_all_fonts", typesetting._bundled_fonts)
        yield


EVERY_FIELD = st.fixed_dictionaries(
    {
        name: st.one_of(st.just(""), TYPED)
        for name in ("organisation", "participants", "leader", "name", "phone", "email", "note", "who", "due")
    }
)


@pytest.mark.usefixtures("typefaces")
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(typed=EVERY_FIELD, ticked=st.booleans())
def test_whatever_is_typed_is_shown_in_a_valid_document(typed: dict[str, str], ticked: bool) -> None:
    typeset_document = typeset(summary_document(scan_with(typed, ticked=ticked), CARD))
    pdf = Pdf(typeset_document.pdf)

    assert_valid(typeset_document.pdf)
    assert_within_margins(pdf)
    assert (NOTE in pdf.text) == bool(typeset_document.substituted)
    settled = {"who", "due"} if ticked else set()
    for place, text in places(pdf).items():
        filled = [typed[name] for name in place.split() if name not in settled and typed[name].split()]
        written = with_substitutes(", ".join(filled), typeset_document.substituted)
        expected, shown = visible(written), visible(text)
        # A letter under two accents is one sign on paper, but may be read twice.
        assert expected <= shown
        assert set(shown) == set(expected)


@pytest.mark.usefixtures("typefaces")
def test_an_invisible_sign_takes_nothing_along() -> None:
    typed = dict.fromkeys(
        ("organisation", "participants", "leader", "name", "phone", "email", "note", "who"), ""
    )
    typeset_document = typeset(
        summary_document(scan_with({**typed, "due": "10-10\u180f"}, ticked=False), CARD)
    )
    assert typeset_document.substituted == ()
    assert places(Pdf(typeset_document.pdf))["due"] == "10-10"


def scan_with(typed: dict[str, str], *, ticked: bool) -> Scan:
    """Return a scan that has `typed` in its fields, of which note, who and due are statement 1's."""
    scan = Scan(
        date=DAY,
        organisation=typed["organisation"],
        participants=typed["participants"],
        leader=typed["leader"],
        account_manager=AccountManager(typed["name"], typed["phone"], typed["email"]),
    )
    return scan.with_answer(1, Answer(ticked, typed["note"], typed["who"], typed["due"]))


def places(pdf: Pdf) -> dict[str, str]:
    """Return what the document has where each of the fields is shown, named after the fields."""
    shown = details(pdf)
    contacts = [p.text for p in pdf.structure.find("P") if p.text.startswith("Accountmanager: ")]
    row = rows(pdf, 1)[0][2:] if len(pdf.structure.find("Table")) > 1 else []
    note, who, due = ["" if text == WORDS.empty else text for text in [*row, "", "", ""][:3]]
    return {
        "organisation": shown.get("Organisatie", ""),
        "participants": shown.get("Deelnemers", ""),
        "leader": shown.get("Begeleider", ""),
        "name phone email": "".join(contacts).removeprefix("Accountmanager: "),
        "note": note,
        "who": who,
        "due": due,
    }


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        ((), ""),
        (("\ue000", "字"), ". Geen lettertype op deze computer heeft U+E000, 字; in de PDF staat daar ◊."),
        (tuple("abcdefghij"), " heeft a, b, c, d, e, f, g, h en nog 2 tekens; in de PDF staat daar ◊."),
    ],
)
def test_characters_without_typeface_are_named_up_to_eight(characters: tuple[str, ...], words: str) -> None:
    assert substituted_in_words(characters).endswith(words)
