"""hashlib: digests by the host. An object keeps what it was fed; the digest is made when asked for."""

from _prelude import _index, _name_of

__all__ = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
           "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "new",
           "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest", "scrypt"]

_NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
          "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")
algorithms_guaranteed = set(_NAMES)
algorithms_available = set(_NAMES)


@trap("hashlib.digest")
def _host_digest(name, data, options, length, /): ...


@trap("hashlib.sizes")
def _host_sizes(name, options, /): ...


@trap("hashlib.pbkdf2_hmac")
def _host_pbkdf2(name, password, salt, rounds, length, /): ...


@trap("hashlib.scrypt")
def _host_scrypt(password, salt, n, r, p, most, length, /): ...


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return memoryview(data).tobytes()
    except TypeError:
        pass
    if hasattr(type(data), "tobytes"):
        return data.tobytes()
    raise TypeError("object supporting the buffer API required")


class HASH:
    """A hash is an object used to calculate a checksum of a string of information."""

    __slots__ = ("_name", "_parts", "_options", "_sizes")

    def __init__(self, name, data, options):
        self._name = name
        self._options = options
        self._sizes = _host_sizes(name, options)
        self._parts = [_bytes(data)]

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return self._sizes[0]

    @property
    def block_size(self):
        return self._sizes[1]

    def update(self, obj, /):
        """Update this hash object's state with the provided string."""
        self._parts.append(_bytes(obj))

    def _digest(self, length):
        if len(self._parts) > 1:
            self._parts = [b"".join(self._parts)]
        return _host_digest(self._name, self._parts[0], self._options, length)

    def digest(self):
        """Return the digest value as a bytes object."""
        return self._digest(None)

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self._digest(None).hex()

    def copy(self):
        """Return a copy of the hash object."""
        made = object.__new__(type(self))
        made._name = self._name
        made._options = self._options
        made._sizes = self._sizes
        made._parts = self._parts.copy()
        return made

    def __repr__(self):
        return f"<{self._name} _hashlib.HASH object @ {id(self):#x}>"


class HASHXOF(HASH):
    """A hash whose digest has the length that is asked for."""

    __slots__ = ()

    def digest(self, length):
        """Return the digest value as a bytes object."""
        length = _index(length)
        if length < 0:
            raise ValueError("value must be positive")
        return self._digest(length)

    def hexdigest(self, length):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest(length).hex()


@builtin
def md5(string=b"", *, usedforsecurity=True):
    """Returns a md5 hash object; optionally initialized with a string"""
    return HASH("md5", string, {})


@builtin
def sha1(string=b"", *, usedforsecurity=True):
    """Returns a sha1 hash object; optionally initialized with a string"""
    return HASH("sha1", string, {})


@builtin
def sha224(string=b"", *, usedforsecurity=True):
    """Returns a sha224 hash object; optionally initialized with a string"""
    return HASH("sha224", string, {})


@builtin
def sha256(string=b"", *, usedforsecurity=True):
    """Returns a sha256 hash object; optionally initialized with a string"""
    return HASH("sha256", string, {})


@builtin
def sha384(string=b"", *, usedforsecurity=True):
    """Returns a sha384 hash object; optionally initialized with a string"""
    return HASH("sha384", string, {})


@builtin
def sha512(string=b"", *, usedforsecurity=True):
    """Returns a sha512 hash object; optionally initialized with a string"""
    return HASH("sha512", string, {})


@builtin
def sha3_224(string=b"", *, usedforsecurity=True):
    """Returns a sha3-224 hash object; optionally initialized with a string"""
    return HASH("sha3_224", string, {})


@builtin
def sha3_256(string=b"", *, usedforsecurity=True):
    """Returns a sha3-256 hash object; optionally initialized with a string"""
    return HASH("sha3_256", string, {})


@builtin
def sha3_384(string=b"", *, usedforsecurity=True):
    """Returns a sha3-384 hash object; optionally initialized with a string"""
    return HASH("sha3_384", string, {})


@builtin
def sha3_512(string=b"", *, usedforsecurity=True):
    """Returns a sha3-512 hash object; optionally initialized with a string"""
    return HASH("sha3_512", string, {})


@builtin
def shake_128(string=b"", *, usedforsecurity=True):
    """Returns a shake-128 variable hash object; optionally initialized with a string"""
    return HASHXOF("shake_128", string, {})


@builtin
def shake_256(string=b"", *, usedforsecurity=True):
    """Returns a shake-256 variable hash object; optionally initialized with a string"""
    return HASHXOF("shake_256", string, {})


def _blake(name, data, options, plain):
    """A BLAKE2 object; options that have their usual value are left to the host."""
    given = {}
    for key, value in options.items():
        if value != plain[key]:
            given[key] = _bytes(value) if key in ("key", "salt", "person") else value
    return HASH(name, data, given)


def blake2b(data=b"", /, *, digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1,
            leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
            usedforsecurity=True):
    """Return a new BLAKE2b hash object."""
    return _blake("blake2b", data, dict(
        digest_size=digest_size, key=key, salt=salt, person=person, fanout=fanout, depth=depth,
        leaf_size=leaf_size, node_offset=node_offset, node_depth=node_depth,
        inner_size=inner_size, last_node=last_node), dict(
        digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
        node_offset=0, node_depth=0, inner_size=0, last_node=False))


def blake2s(data=b"", /, *, digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1,
            leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
            usedforsecurity=True):
    """Return a new BLAKE2s hash object."""
    return _blake("blake2s", data, dict(
        digest_size=digest_size, key=key, salt=salt, person=person, fanout=fanout, depth=depth,
        leaf_size=leaf_size, node_offset=node_offset, node_depth=node_depth,
        inner_size=inner_size, last_node=last_node), dict(
        digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
        node_offset=0, node_depth=0, inner_size=0, last_node=False))


def new(name, data=b"", **kwargs):
    """Return a new hashing object using the named algorithm."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    low = name.lower().replace("-", "_") if name.lower().startswith(("sha3", "shake")) else (
        name.lower())
    if low not in _NAMES:
        raise ValueError(f"unsupported hash type {name}")
    if low.startswith("blake2"):
        return (blake2b if low == "blake2b" else blake2s)(data, **kwargs)
    kind = HASHXOF if low.startswith("shake") else HASH
    return kind(low, data, {})


@builtin
def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    return _host_pbkdf2(hash_name, _bytes(password), _bytes(salt), _index(iterations), dklen)


@builtin
def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    """scrypt password-based key derivation function."""
    return _host_scrypt(_bytes(password), _bytes(salt), n, r, p, maxmem, dklen)


def file_digest(fileobj, digest, /):
    """Hash the contents of a file-like object. Returns a digest object."""
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        part = fileobj.read(1 << 18)
        if not part:
            return made
        made.update(part)
