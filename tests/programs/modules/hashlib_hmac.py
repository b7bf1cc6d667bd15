import hashlib, hmac
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

for name in sorted(hashlib.algorithms_guaranteed):
    for data in (b"", b"abc", b"x" * 1000):
        h = hashlib.new(name, data)
        k = getattr(hashlib, name)(data)
        size = (20,) if name.startswith("shake") else ()
        print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*size), k.digest(*size) == h.digest(*size))
h = hashlib.sha256()
h.update(b"hello ")
c = h.copy()
h.update(bytearray(b"world"))
c.update(memoryview(b"there"))
print(h.hexdigest(), c.hexdigest(), hashlib.sha256(b"hello world").digest() == h.digest(), hashlib.sha256(string=b"x").hexdigest(), hashlib.md5(b"x", usedforsecurity=False).hexdigest())
print(tried(hashlib.new, "nope"), tried(hashlib.md5, "text"), tried(h.update, "text"), tried(h.update, 5), tried(hashlib.md5, 5), tried(hashlib.new, 5), hashlib.new("SHA256", b"a").hexdigest(), hashlib.new("sha3-256", b"a").name if False else "")
print(hashlib.blake2b(b"x", digest_size=16).hexdigest(), hashlib.blake2s(b"x", key=b"key", salt=b"salt", person=b"me").hexdigest(), hashlib.blake2b(b"x", key=b"k" * 64).digest_size, tried(hashlib.blake2b, b"", digest_size=65), tried(hashlib.blake2b, b"", key=b"k" * 65), hashlib.new("blake2b", b"x", digest_size=8).hexdigest())
print(hashlib.shake_128(b"x").hexdigest(5), hashlib.shake_256(b"x").digest(3), hashlib.shake_128(b"x").digest_size, tried(hashlib.shake_128(b"").digest))
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 10, 40).hex(), tried(hashlib.pbkdf2_hmac, "sha256", b"", b"", 0))
print(hashlib.scrypt(b"p", salt=b"s", n=16, r=2, p=1, dklen=16).hex())
import io
print(hashlib.file_digest(io.BytesIO(b"file" * 1000), "sha1").hexdigest(), hashlib.file_digest(io.BytesIO(b"file"), hashlib.md5).hexdigest())
for key in (b"", b"key", b"k" * 200, bytearray(b"key")):
    for mod in ("sha256", "md5", hashlib.sha1, "sha3_512", "blake2b"):
        m = hmac.new(key, b"message", mod)
        print(m.name, m.digest_size, m.block_size, m.hexdigest(), hmac.digest(bytes(key), b"message", mod) == m.digest())
m = hmac.new(b"key", digestmod="sha256")
m.update(b"a")
n = m.copy()
m.update(b"b")
print(m.hexdigest(), n.hexdigest(), hmac.compare_digest(m.digest(), hmac.new(b"key", b"ab", "sha256").digest()), hmac.compare_digest("a", "b"), hmac.compare_digest(b"a", bytearray(b"a")), tried(hmac.compare_digest, "a", b"a"), tried(hmac.compare_digest, "é", "é"))
print(tried(hmac.new, "key", b"", "md5"), tried(hmac.new, b"key"), tried(hmac.new, b"key", b"x", ""), tried(hmac.new, b"k", "text", "md5"))
