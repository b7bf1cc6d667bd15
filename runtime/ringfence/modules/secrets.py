"""secrets: unguessable numbers and tokens, from the host's entropy."""

from base64 import urlsafe_b64encode as _urlsafe_b64encode
from hmac import compare_digest
from random import SystemRandom

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex",
           "token_urlsafe", "compare_digest"]

DEFAULT_ENTROPY = 32


def randbits(k):
    """getrandbits(k) -> x.  Generates an int with k random bits."""
    return SystemRandom().getrandbits(k)


def choice(seq):
    """Choose a random element from a non-empty sequence."""
    return SystemRandom().choice(seq)


def randbelow(exclusive_upper_bound):
    """Return a random int in the range [0, n)."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return SystemRandom().randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    """Return a random byte string containing *nbytes* bytes."""
    return SystemRandom().randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """Return a random text string, in hexadecimal."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Return a random URL-safe text string, in Base64 encoding."""
    return _urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
