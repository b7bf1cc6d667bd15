import uuid, secrets, random
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), str(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant, u.node, u.time, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.clock_seq_hi_variant, u.clock_seq_low, int(u), hash(u) == hash(u.int), u.is_safe)
for text in ("{12345678-1234-5678-1234-567812345678}", "12345678123456781234567812345678", "urn:uuid:12345678-1234-5678-1234-567812345678", "1234", "x" * 32, "", "12345678-1234-5678-1234-56781234567G"):
    print(tried(uuid.UUID, text))
print(uuid.UUID(bytes=b"\x12\x34\x56\x78" * 4), uuid.UUID(bytes_le=b"\x78\x56\x34\x12\x34\x12\x78\x56" + b"\x12\x34\x56\x78" * 2), uuid.UUID(fields=(0x12345678, 0x1234, 0x5678, 0x12, 0x34, 0x567812345678)), uuid.UUID(int=0x12345678123456781234567812345678), uuid.UUID(int=5, version=4), uuid.UUID(bytes=bytes(16), version=3).version)
print(tried(uuid.UUID), tried(uuid.UUID, "x", bytes(16)), tried(uuid.UUID, bytes=b"x"), tried(uuid.UUID, bytes_le=b"x"), tried(uuid.UUID, fields=(1, 2)), tried(uuid.UUID, fields=(2**33, 0, 0, 0, 0, 0)), tried(uuid.UUID, fields=(0, 0, 0, 0, 0, -1)), tried(uuid.UUID, int=-1), tried(uuid.UUID, int=2**128), tried(uuid.UUID, int=1, version=9))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://python.org/é"), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.uuid5(uuid.NAMESPACE_DNS, "x").version)
a, b = uuid.UUID(int=1), uuid.UUID(int=2)
print(a < b, a > b, a <= a, a >= b, a == uuid.UUID(int=1), a != b, a == 1, sorted([b, a]), {a: 1}[uuid.UUID(int=1)], tried(lambda: a < 5))
try:
    a.int = 5
except TypeError as error:
    print(error)
r = uuid.uuid4()
print(r.version, r.variant, r != uuid.uuid4(), len(str(r)), uuid.uuid1().version, uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.UUID(str(r)) == r, uuid.RFC_4122, uuid.SafeUUID.safe, uuid.UUID(int=2**127).variant, uuid.UUID(int=7 << 61).variant, uuid.UUID(int=3 << 62).variant)
import copy
print(copy.copy(a) == a, copy.deepcopy([a]) == [a], f"{a}", "%s" % a, f"{a!r:>5}")
print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(9)), secrets.choice("a"), secrets.randbelow(1), secrets.randbits(0), secrets.compare_digest("a", "a"), 0 <= secrets.randbelow(10) < 10, secrets.DEFAULT_ENTROPY, tried(secrets.randbelow, 0), tried(secrets.choice, []), secrets.token_hex(8) != secrets.token_hex(8), isinstance(secrets.SystemRandom(), random.Random), secrets.SystemRandom().random() < 1)
