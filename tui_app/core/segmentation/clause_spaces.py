"""At which spaces a sentence may end in Thai and Lao, which have no stop.

A space there parts clauses, names, figures and items of a list as well as sentences.
One is taken for an end where a whole clause stands on either side, and neither is
bound to the other by a conjunction; or where what follows can only begin a sentence.
So a sentence is at times cut between its clauses, and two are left together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tui_app.core.text.characters import is_unspaced

_CLAUSE = 20  # characters, vowel signs too: four or five words
_LONGEST_ABBREVIATION = 5  # letters before its full stop
_TITLES = ("ดร.", "นพ.", "พญ.", "รศ.", "ผศ.", "ປອ.")  # also without a space before


class _Words(NamedTuple):
    """Letters of a script, and words of its language by what they do to a clause.

    What binds a clause to the one before; what leaves one open; what begins a sentence;
    particles and words that close one.
    """

    letters: str
    binding: tuple[str, ...]
    open_ended: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]


def _words(letters: str, *lists: str) -> _Words:
    return _Words(letters, *(tuple(words.split()) for words in lists))


_WORDS: Final = {
    "th": _words(
        "ก-ฮเ-ไ",
        "และ หรือ ที่ ซึ่ง โดย เพื่อ เพราะ เนื่องจาก เช่น รวมถึง รวมทั้ง ตลอดจน อัน ได้แก่ "
        "ว่า จน ทำให้ คือ กับ ของ พร้อม แล้ว จึง ก็ แต่ กระทั่ง ทั้งยัง ไม่ว่า",
        "และ หรือ ที่ ซึ่ง โดย เพื่อ เพราะ เช่น ว่า คือ ได้แก่ กับ ของ ใน เป็น นาย นาง นางสาว "
        "เมื่อ ต่อ แก่ จาก",
        "อย่างไรก็ นอกจากนี้ นอกจากนั้น นอกเหนือจาก ดังนั้น เพราะฉะนั้น ฉะนั้น ทั้งนี้ จากนั้น "
        "หลังจากนั้น หลังจากนี้ ต่อมา ในขณะเดียวกัน ขณะเดียวกัน กระนั้น ถึงกระนั้น ยิ่งไปกว่านั้น "
        "ในทางกลับกัน ในทางตรงกันข้าม ในที่สุด ก่อนหน้านี้ ด้วยเหตุนี้ เพราะเหตุนี้ อนึ่ง เมื่อ "
        "ถึงแม้ แม้ว่า ในปี ในช่วง",
        "ครับ ค่ะ คะ จ้ะ จ้า นะ ล่ะ ฯลฯ เป็นต้น หรือไม่ ไหม",
    ),
    "lo": _words(
        "ກ-ຮເ-ໄໜໝ",
        "ແລະ ຫຼື ຫລື ທີ່ ຊຶ່ງ ເຊິ່ງ ໂດຍ ເພື່ອ ເພາະ ເນື່ອງຈາກ ເຊັ່ນ ລວມທັງ ລວມເຖິງ ຕະຫຼອດ ອັນ "
        "ໄດ້ແກ່ ວ່າ ຈົນ ເຮັດໃຫ້ ຄື ກັບ ຂອງ ພ້ອມ ແລ້ວ ຈຶ່ງ ກໍ ແຕ່ ບໍ່ວ່າ",
        "ແລະ ຫຼື ຫລື ທີ່ ຊຶ່ງ ເຊິ່ງ ໂດຍ ເພື່ອ ເພາະ ເຊັ່ນ ວ່າ ຄື ໄດ້ແກ່ ກັບ ຂອງ ໃນ ເປັນ ທ່ານ ນາງ "
        "ທ້າວ ເມື່ອ ຕໍ່ ແກ່ ຈາກ",
        "ຢ່າງໃດກໍ ນອກຈາກນີ້ ນອກຈາກນັ້ນ ດັ່ງນັ້ນ ສະນັ້ນ ທັງນີ້ ຈາກນັ້ນ ຫຼັງຈາກນັ້ນ ຕໍ່ມາ "
        "ໃນຂະນະດຽວກັນ ໃນທີ່ສຸດ ກ່ອນໜ້ານີ້ ເມື່ອ ເຖິງແມ່ນ ເຖິງວ່າ ໃນປີ",
        "ເດີ້ ເນາະ ຯລຯ ເປັນຕົ້ນ ບໍ",
    ),
}
LANGUAGES: Final = frozenset(_WORDS)
"""The languages that part sentences by spaces alone."""


def clause_ends(passage: str, language: str) -> Iterator[int]:
    """Yield where sentences may begin behind a space, in one of ``LANGUAGES``."""
    words, letters = _WORDS[language], _letters(language)
    clauses = [match.span() for match in re.finditer(r"\S+", passage)]
    latest = 0
    for (start, end), (begin, stop) in itertools.pairwise(clauses):
        if not letters.match(passage, begin) or passage.startswith(
            words.binding, begin
        ):
            continue
        if passage.endswith(words.open_ended, start, end):
            continue
        long = stop - begin >= _CLAUSE
        whole = long and end - start >= _CLAUSE and _is_lettered(passage[end - 1])
        opens = passage.startswith(words.opening, begin)
        closes = long and passage.endswith(words.closing, start, end)
        if whole or (end - latest >= _CLAUSE and (opens or closes)):
            yield begin
            latest = begin


def _is_lettered(last: str) -> bool:
    """Tell whether a clause ends with a letter or sign of the script, no figure."""
    return is_unspaced(last) and not last.isdecimal()


def is_abbreviation_point(before: str, after: str) -> bool:
    """Tell whether the full stop that ``before`` ends with belongs to an abbreviation.

    Few letters stand before it (*ดร.*, *พ.ศ.*), or a figure behind it: a sentence that
    ends with one has no space in its last words.
    """
    if before.endswith(_TITLES):
        return True
    word = re.split(r"[\s.]", before[:-1])[-1]
    letters = sum(map(str.isalpha, word))
    return after[:1].isdigit() or letters <= _LONGEST_ABBREVIATION


@cache
def _letters(language: str) -> re.Pattern[str]:
    return re.compile(f"[{_WORDS[language].letters}]")
