"""What printer drivers of old Windows do to a Thai text layer: it looks right and reads wrong.

The driver stores the code point under which the font keeps the moved mark (private use, U+F701 to U+F717), and takes
ำ apart. Tones over an upper vowel stand where the font has them by default and stay as they are.
"""

from __future__ import annotations

from typeset import TALL, TONES, base_of, is_high

LOW, LOW_LEFT, HIGH_LEFT = 0xF70A, 0xF705, 0xF713
VOWEL_LEFT = dict(zip("ิีึืัํ็", "\uf701\uf702\uf703\uf704\uf710\uf711\uf712", strict=True))


def private_letter(text: str, at: int) -> str:
    """Return what the driver stores for the letter at ``at``."""
    letter, tall = text[at], base_of(text, at) in tuple(TALL)
    if letter in TONES:
        high = is_high(text, at)
        first = (HIGH_LEFT if high else LOW_LEFT) if tall else (None if high else LOW)
        return letter if first is None else chr(first + TONES.index(letter))
    return VOWEL_LEFT.get(letter, letter) if tall else letter


def printed_by_driver(text: str) -> str:
    """Return the text as the driver stores it.

    >>> printed_by_driver("ไม้ทำ") == "ไม" + chr(0xF70B) + "ท" + chr(0x0E4D) + "า"
    True
    """
    stored = "".join(private_letter(text, at) for at in range(len(text)))
    for tone in TONES:
        stored = stored.replace(tone + "ำ", "ํ" + tone + "า")
    return stored.replace("ำ", "ํา")
