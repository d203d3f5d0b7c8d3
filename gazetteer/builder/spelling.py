"""Which of the many spellings that GeoNames holds for a place are worth keeping."""

import re
import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from .fold import fold, without_marks

CYRILLIC_WRITING = frozenset("AM AZ BG BY GE KG KZ MD ME MK MN RS RU TJ TM UA UZ XK".split())

_CODE = re.compile(r"[A-Z0-9]{2,5}")
_UNWANTED = re.compile(r"[,;:/()\[\]{}|\t\n\r\"<>=+*#?!…·・\d]")
_NOISE = re.compile(r"(Gorod|Город|Lungsod ng|Lungsod|Horad|Stadt|Bandaraya|Munisipyo ng) ")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "UNKNOWN")
    return "" if name.startswith("MODIFIER") else name.partition(" ")[0]


def script(name: str) -> str:
    """LATIN, CYRILLIC, or MIXED for everything else."""
    scripts = {_script(letter) for letter in name} - {""}
    return scripts.pop() if len(scripts) == 1 and scripts <= {"LATIN", "CYRILLIC"} else "MIXED"


def is_wanted(name: str) -> bool:
    """Whether an alternate is a written name and no code, remark or romanisation."""
    if len(name) < 3 or len(name) > 60 or script(name) == "MIXED":
        return False
    if _UNWANTED.search(name) or _NOISE.match(name) or _CODE.fullmatch(name):
        return False
    return any(letter.isupper() for letter in name)


def _rank(name: str, slavic: bool) -> tuple[int | str, ...]:
    """Latin before Cyrillic; plain and English before scholarly and foreign."""
    lower = name.casefold()
    foreign = 0
    if slavic:
        foreign = sum(lower.count(letter) for letter in "jwxqc") - 2 * lower.count("kh")
        foreign -= lower.count("ch") + lower.count("sh") + lower.count("zh")
        foreign += 2 * (lower.count("sch") + lower.count("sz") + lower.count("cz"))
    return (
        script(name) != "LATIN",
        not name.isascii(),
        sum(name.count(mark) for mark in "'’‘ʼʹʺ′″`´”"),
        foreign,
        len(name),
        name,
    )


def exact_key(name: str) -> str:
    return without_marks(name.casefold())


def clean(
    name: str, alternates: Iterable[str], country: str, contested: Container[str]
) -> list[str]:
    """The alternates that add something to the name.

    A spelling that the folding key finds anyway goes, unless it is contested: another place
    bears it exactly, and an exact hit would hide this one.
    """
    wanted = sorted(
        {text for raw in alternates if is_wanted(text := " ".join(raw.split()))},
        key=lambda text: _rank(text, country in CYRILLIC_WRITING),
    )
    keys = set(fold(name))
    exact = {exact_key(name)}
    kept = []
    for text in wanted:
        new_keys = [key for key in fold(text) if key]
        plain = exact_key(text)
        is_new = any(key not in keys for key in new_keys)
        if plain in exact or not (is_new or (new_keys and plain in contested)):
            continue
        keys.update(new_keys)
        exact.add(plain)
        kept.append(text)
    return sorted(kept, key=lambda text: (script(text) != "LATIN", text))
