"""Public keys written as multibase, as `did:key` identifiers and Data Integrity proofs have them."""

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {sign: digit for digit, sign in enumerate(_ALPHABET)}
# Decoding takes time by the square of the length, and no key is nearly as long.
_LONGEST = 128
_BASE = len(_ALPHABET)


def encoded(data: bytes) -> str:
    """Return the bytes in base58 as Bitcoin writes it, with the multibase prefix z."""
    number, signs = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, _BASE)
        signs = _ALPHABET[digit] + signs
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "z" + _ALPHABET[0] * zeros + signs


def decoded(text: str) -> bytes:
    """Return the bytes that the text stands for; ValueError where it is of another form, or far too long."""
    if not text.startswith("z") or len(text) > _LONGEST or any(sign not in _DIGITS for sign in text[1:]):
        raise ValueError("this is no base58 multibase")
    signs, number = text[1:], 0
    for sign in signs:
        number = number * _BASE + _DIGITS[sign]
    zeros = len(signs) - len(signs.lstrip(_ALPHABET[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
