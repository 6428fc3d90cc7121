"""The texts of a walk: short, of several scripts, and edited while they are read."""

from __future__ import annotations

import random
from pathlib import Path

_SENTENCES = (
    "The harbour was closed for five years after the flood of 1998.",
    "Engineers said on 3 May that the work must be finished before winter.",
    "“It may rain,” the mayor said, “and it will.”",
    "Nobody asked why the lamps were lit.",
    "She walked along the quay and did not speak to the owners of the boats.",
    "人权高专访问了广州和新疆，并举行了会谈。他没有说话。",
    "Η γέφυρα άνοιξε το 1931; κανείς δεν ήξερε γιατί.",
    "قال الوزير إن ١٢ عاملا ماتوا. لم يتحدث أحد.",
    "נשיא המדינה ביקר בעיר ב-5 במאי.",
    "ประชาชนเดินทางไปที่ท่าเรือในเดือนพฤษภาคม",
    "हिन्दी में एक वाक्य है। दूसरा भी है।",
    "👩\u200d👩\u200d👧 went to 🇨🇭, ❤️ and 1️⃣ with a\u0301 naïve cafe\u0301.",
    "A\x1b]52;c;QQ==\x07B [bold]x[/] [@click=app.quit]q[/] \u202eabc\u2066d.",
    "word" * 40 + ".",
    "Tickets cost two pence; children went free in 1954, 1955 and 1956.",
    "CHAPTER II",
    "- an item of a list",
)
_OTHERS = ("five", "seven"), ("must", "may"), ("May", "June"), ("not ", ""), ("1", "2")


def a_text(dice: random.Random, longest: int = 40) -> list[str]:
    """Return paragraphs of some sentences each."""
    return [
        " ".join(dice.choices(_SENTENCES, k=dice.randint(1, 4)))
        for _ in range(dice.randint(1, longest))
    ]


def edited(dice: random.Random, text: list[str]) -> list[str]:
    """Return the paragraphs as another would have them."""
    told = []
    for paragraph in text:
        kind = dice.random()
        if kind < 0.15:
            continue
        if kind < 0.5:
            paragraph = paragraph.replace(*dice.choice(_OTHERS))  # noqa: PLW2901
        told.append(paragraph)
        if kind > 0.9:
            told.append(" ".join(dice.choices(_SENTENCES, k=2)))
    if len(told) > 2 and dice.random() < 0.2:
        told.insert(0, told.pop())
    return told or ["Nothing is left."]


def edit_underneath(dice: random.Random, path: Path) -> str:
    """Change a file as some program does; return what was done."""
    how = dice.choice(("edit", "edit", "edit", "swap", "cut", "grow", "gone", "binary"))
    try:
        text = path.read_text("utf-8").split("\n\n")
    except (OSError, UnicodeDecodeError):
        how, text = "edit", a_text(dice)
    if how == "gone":
        path.unlink(missing_ok=True)
    elif how == "binary":
        path.write_bytes(bytes(range(256)) * 3)
    elif how == "cut":
        path.write_text("\n\n".join(text)[: dice.randint(0, 200)], "utf-8")
    elif how == "grow":
        path.write_text("\n\n".join([*text, *a_text(dice, 30)][:200]), "utf-8")
    else:
        new = "\n\n".join(edited(dice, text)) + "\n"
        other = path.with_suffix(".new")
        (other if how == "swap" else path).write_text(new, "utf-8")
        if how == "swap":
            other.replace(path)
    return how
