"""The folding key D: one spelling for the Latin and Cyrillic ways to write a Slavic name."""

import re
import unicodedata
from functools import lru_cache

_DELETED = dict.fromkeys(map(ord, "'’‘ʼʹʺ′″ʻ`´”“ʾʿьъ\u00ad"))

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ж": "J",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "i", "к": "k", "л": "l", "љ": "l",
    "м": "m", "н": "n", "њ": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ts",
    "у": "u", "ў": "v", "ф": "f", "х": "h", "ц": "ts", "ч": "C", "џ": "J", "ш": "S", "щ": "Q",
    "ы": "i", "э": "e", "ю": "iu", "я": "ia",
}

_MARKED_LATIN = {
    "š": "S", "ş": "S", "ș": "S", "č": "C", "ç": "C", "ž": "J", "ŝ": "Q", "ż": "J", "ć": "ts",
    "ł": "l", "ŭ": "v", "ë": "e", "â": "ia", "û": "iu", "ø": "o", "đ": "d", "ð": "d", "þ": "t",
    "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ĉ": "C",
}

_LATIN_GROUPS = (
    ("schtsch", "Q"), ("chtch", "Q"), ("shch", "Q"), ("szcz", "Q"), ("tsch", "C"), ("tch", "C"),
    ("cz", "C"), ("sch", "S"), ("sh", "S"), ("sz", "S"), ("zh", "J"), ("kh", "h"), ("gh", "h"),
    ("ch", "C"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("tz", "ts"), ("c", "ts"), ("x", "ks"),
    ("w", "v"), ("q", "k"), ("g", "h"), ("y", "i"), ("j", "i"),
)
_GROUP = dict(_LATIN_GROUPS)
_GROUP_PATTERN = re.compile("|".join(group for group, _ in _LATIN_GROUPS))
_BOTH = (
    (re.compile("iou"), "iu"), (re.compile("ou"), "u"), (re.compile("tC"), "C"),
    (re.compile("[szS]C"), "Q"), (re.compile("ts|[zQJS]"), "s"), (re.compile("C"), "h"),
)
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> tuple[str, ...]:
    """The keys of a name: one, or two where the letter ё can be read as e and as io."""
    text = unicodedata.normalize("NFC", name).casefold().translate(_DELETED)
    text = unicodedata.normalize("NFC", text)
    if "ё" in text:
        return tuple(sorted({_key(text.replace("ё", "е")), _key(text.replace("ё", "io"))}))
    return (_key(text),)


def _key(text: str) -> str:
    # Cyrillic is set aside while the Latin digraphs are read, so that neither is read twice.
    text = re.sub("[йь]о", "io", text)
    parts = re.split("([а-яіїєґўјљњћџ]+)", text)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = "".join(_CYRILLIC.get(letter, letter) for letter in part)
        elif part.isascii():
            parts[index] = _latin(part)
        else:
            marked = "".join(_MARKED_LATIN.get(letter, letter) for letter in part)
            parts[index] = _latin(without_marks(marked))
    text = "".join(parts)
    for pattern, replacement in _BOTH:
        text = pattern.sub(replacement, text)
    text = "".join(letter for letter in text if letter.isalnum())
    text = re.sub("ii+", "i", text).replace("ie", "e")
    return _REPEATED.sub(r"\1", text)


def _latin(text: str) -> str:
    return _GROUP_PATTERN.sub(lambda match: _GROUP[match.group()], text)


def without_marks(text: str) -> str:
    """The text without the marks on its letters."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    )
