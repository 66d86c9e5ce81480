"""Writes the PDFs that .ci/verapdf/run validates: `pdfs.py FOLDER`.

FOLDER gets one of every kind that the program makes; its folders `not-ua1` and `not-2a` get damaged ones,
which that profile must refuse.
"""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from vpt_desktop.domain.agreements import with_outcome, with_remark
from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.earlier_scan import Outcome
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.region.figures import region_figures
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region_file import Answers, RegionFile, RegionScan
from vpt_desktop.domain.region.shareable_figures import shareable_figures
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.report.deelversie import deelversie_document
from vpt_desktop.report.document import Document
from vpt_desktop.report.empty_card import empty_card_document
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.report.werkversie import Werkversie, werkversie_document
from vpt_desktop.resources import load_card

# ruff: noqa: RUF001  letters of other scripts that resemble Latin ones

CARD = load_card()
DAY = dt.date(2026, 11, 23)
ODD_TEXTS = {
    "markup": "#set page(width: 1pt) $x^2$ *a* _b_ `c` <d> @e \\f = - + // https://vpt.nl/ /* \" ' ~ -- ◊",
    "latin": "Súdwest-Fryslân, Špička, Łódź, Đặng Thùy, ﬁ ﬂ, e\u0301\u0323, “’s-Hertogenbosch” — € ½ ≤ →",
    "greek-cyrillic": "Ελληνικά, Русский, Українська, Ђорђе",
    "right-to-left": "Hebreeuws שָׁלוֹם עולם en Arabisch مَرحبا بالعالم tussen Nederlands (1–2).",
    "bidi": "\u202eomgekeerd\u202c \u2067שלום\u2069 \u2066abc\u2069 \u200e\u200f\u061c \u202dאבג",
    "east-asian": "日本語のテキスト、简体中文，繁體中文 한국어 ㄅㄆㄇ ｆｕｌｌ",
    "indic": "हिन्दी বাংলা தமிழ் ಕನ್ನಡ മലയാളം ไทย ລາວ ខ្មែរ မြန်မာ བོད་ཡིག",
    "african": "አማርኛ ⵜⴰⵎⴰⵣⵉⵖⵜ ߒߞߏ",
    "emoji": "🇳🇱 👩\u200d🚒 👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f 1\ufe0f⃣ 🏽 🏴\U000e0067\U000e0062\U000e007f",
    "control": "".join(map(chr, (*range(0x20), 0x7F, 0x85, 0x9F))),
    "private": "\ue000\uf8ff\U000f0000\U0010ffff\ufdd0\ufffe\ufeff\ufffc\ufffd\ud800",
    "invisible": "a\u00adb\u200bc\u2060d\u180ee\u034ff\u115fg\u3164h\ufe0f\u2028i\u2029j\u00a0k",
    "marks": "\u0301\u0301 a" + "\u0301" * 200 + " ⃝ Z" + "\u0336\u0489\u0310" * 30,
    "unbroken": "x" * 3_000 + " " + "W" * 300,
    "addresses": "https://www.voorbeeldstad.nl/" + "pad/" * 60 + " <jan@voorbeeld.nl>, +31 6 12345678",
}  # fmt: skip
DAMAGES = {
    "ua1": (b"<pdfuaid:part>1", b"/Alt", b"/S/TR", b"/Lang", b"/MarkInfo", b"/DisplayDocTitle"),
    "2a": (b"<pdfaid:part>2", b"<pdfaid:conformance>A", b"/S/TR", b"/MarkInfo", b"/ToUnicode"),
}
"""What a PDF without is refused by each profile."""
PARAGRAPH = "Eén verantwoordelijke aanwijzen voor de opbouw van dossiers.\n\nEerst inventariseren.\n"


def scan_with(text: str, note: str = "", ticks: int = STATEMENT_COUNT // 2) -> Scan:
    """Return a scan with `text` in every field and `note`, or else `text`, at every statement."""
    return Scan(
        date=DAY,
        organisation=text,
        participants=text,
        leader=text,
        account_manager=AccountManager(text, text, text),
        answers=tuple(Answer(place < ticks, note or text, text, text) for place in range(STATEMENT_COUNT)),
    )


def scans() -> Iterator[tuple[str, Scan]]:
    """Yield a scan of every kind and its name."""
    manager = AccountManager("Jan de Vries", "06 - 12 34 56 78", "j.devries@voorbeeldstad.nl")
    empty = Scan(date=DAY)
    for score in range(STATEMENT_COUNT + 1):
        answers = tuple(Answer(ticked=place < score) for place in range(STATEMENT_COUNT))
        yield f"score-{score}", replace(empty, answers=answers)
        yield (
            f"score-{score}-filled",
            replace(scan_with("Voorbeeldstad", PARAGRAPH, score), account_manager=manager),
        )
    yield "one-action", replace(empty, account_manager=manager).with_answer(3, Answer(who="Teamleider"))
    yield "pages", scan_with("Voorbeeldstad", PARAGRAPH * 100)
    yield "one-note-over-pages", empty.with_answer(3, Answer(note=PARAGRAPH * 150))
    for name, text in ODD_TEXTS.items():
        yield name, scan_with(text)


def compared() -> Iterator[tuple[str, Scan]]:
    """Yield scans with earlier ones in them, of one year and of five, and of another card."""
    first = replace(scan_with("Voorbeeldstad", PARAGRAPH), date=DAY.replace(year=2021))
    for name, texts in (("one", CARD.texts), ("other-card", ("Anders.", *CARD.texts[1:]))):
        scan = following(AnsweredScan(first, texts), DAY)
        scan = with_remark(with_outcome(scan, 10, Outcome.SETTLED), 10, PARAGRAPH)
        yield f"compared-{name}", scan
    for year in range(2022, 2027):
        first = following(AnsweredScan(first, CARD.texts), DAY.replace(year=year)).with_tick(
            year % 10, ticked=True
        )
    yield "compared-five", first


def regions() -> Iterator[tuple[str, Document]]:
    """Yield a document of a region of every kind and its name."""
    scans = {name: scan_with(text, ticks=place % 11) for place, (name, text) in enumerate(ODD_TEXTS.items())}
    for count in (0, len(scans)):
        chosen = dict(list(scans.items())[:count])
        earlier = (Answers("", dt.date(2025, 11, 23), (True, False) * 5),)
        files = [
            RegionFile(
                name,
                RegionScan(
                    scan.organisation,
                    CARD.identity,
                    Answers("", DAY, tuple(answer.ticked for answer in scan.answers)),
                    earlier=earlier,
                ),
            )
            for name, scan in chosen.items()
        ]
        region = lay_together(files, CARD, DAY)
        figures = region_figures(region, CARD)
        yield f"werkversie-{count}", werkversie_document(Werkversie(region, figures, CARD, DAY, chosen))
    for count, differences in ((5, ()), (12, (1, 1, -1, 0, 2, 1, 1, 1, 0))):
        rows = [tuple(place < ticks for place in range(STATEMENT_COUNT)) for ticks in range(count)]
        yield (
            f"deelversie-{count}",
            deelversie_document(shareable_figures(rows, differences, (4, 9)), CARD, DAY),
        )


def damaged(pdf: bytes, part: bytes) -> bytes:
    """Return `pdf` with `part` misspelt wherever it stands, its length unchanged."""
    if part not in pdf:
        raise ValueError(part)
    return pdf.replace(part, part[:-1] + b"x")


def main(folder: Path) -> None:
    """Write all PDFs into `folder`, which exists."""
    pdfs = {name: typeset(summary_document(scan, CARD)).pdf for name, scan in scans()}
    pdfs |= {name: typeset(summary_document(scan, CARD)).pdf for name, scan in compared()}
    pdfs |= {name: typeset(document).pdf for name, document in regions()}
    pdfs["empty-card"] = typeset(empty_card_document(CARD, DAY)).pdf
    for profile, parts in DAMAGES.items():
        (folder / f"not-{profile}").mkdir()
        for number, part in enumerate(parts):
            pdfs[f"not-{profile}/{number}"] = damaged(pdfs["score-5"], part)
    for name, pdf in pdfs.items():
        (folder / f"{name}.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
