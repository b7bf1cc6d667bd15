"""Tokens, digests, comparisons, and what a seed fixes."""
import hashlib
import hmac
import random
import secrets

print(len(secrets.token_bytes(16)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(9)), secrets.choice([7]), secrets.randbelow(1), 0 <= secrets.randbits(8) < 256)
print(len({secrets.token_hex(16) for _ in range(50)}), isinstance(secrets.SystemRandom(), random.Random), len(secrets.token_bytes()) >= 16)
for wrong in (lambda: secrets.choice([]), lambda: secrets.randbelow(0), lambda: secrets.randbelow(-3)):
    try:
        wrong()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
key, message = b"key", b"The quick brown fox"
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2s"):
    mac = hmac.new(key, digestmod=name)
    mac.update(message[:5])
    copy = mac.copy()
    mac.update(message[5:])
    print(name, mac.hexdigest() == hmac.new(key, message, name).hexdigest(), mac.hexdigest()[:16], copy.hexdigest() != mac.hexdigest(), mac.digest_size, mac.block_size, mac.name)
print(hmac.digest(key, message, "sha256").hex()[:20], hmac.new(key, message, hashlib.sha1).hexdigest())
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"a", b"b"), hmac.compare_digest(b"a", bytearray(b"a")))
for wrong in (lambda: hmac.new(key, message), lambda: hmac.new("key", message, "md5"), lambda: hmac.new(key, "text", "md5"), lambda: hmac.new(key, message, "nope"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest("é", "é"), lambda: hashlib.new("nope"), lambda: hashlib.sha256("text")):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:60])
first, second = random.Random(99), random.Random(99)
print([first.random() for _ in range(2)] == [second.random() for _ in range(2)], first.getstate() == second.getstate())
state = first.getstate()
once = [first.randrange(100) for _ in range(5)]
first.setstate(state)
print(once == [first.randrange(100) for _ in range(5)], once)
random.seed("text seed")
print(random.randint(1, 1000), round(random.triangular(0, 10, 5), 6), random.choices("xyz", [5, 1, 1], k=6), round(random.expovariate(2), 6))
print(round(random.betavariate(2, 3), 6), round(random.lognormvariate(0, 1), 6), round(random.vonmisesvariate(1, 2), 6), round(random.gammavariate(2, 1), 6), round(random.paretovariate(3), 6), round(random.weibullvariate(1, 2), 6), random.randbytes(4))
deck = list(range(10))
random.Random(5).shuffle(deck)
print(deck, random.Random(5).sample(deck, 4), random.Random(1).sample(["a", "b"], counts=[3, 2], k=4))
