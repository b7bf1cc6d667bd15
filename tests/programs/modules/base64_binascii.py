import base64, binascii, io
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

datas = (b"", b"a", b"ab", b"abc", b"hello world", bytes(range(256)), b"\0\0\0\0", b"    ", b"\xff" * 7, bytearray(b"xyz"), memoryview(b"view!"))
for name in ("b64", "b32", "b32hex", "b16", "b85", "a85", "standard_b64", "urlsafe_b64"):
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    for data in datas:
        made = encode(data)
        print(name, made, decode(made) == bytes(data), decode(made.decode()) == bytes(data))
    print(tried(encode, "text"), tried(encode, 5), tried(decode, "é"), tried(decode, 5), tried(decode, b"!!!"), tried(decode, b"A"), tried(decode, b"AB"), tried(decode, b"abcdefg"), tried(decode, b"MFRGG==="), tried(decode, b"mfrgg==="), tried(decode, b"zzzzz"), tried(decode, b"~~~~~"), tried(decode, b"s8W-!"), tried(decode, b"00000001"))
print(base64.b64encode(b"\xfb\xff\xfe", b"-_"), base64.b64decode(b"-__-", b"-_"), base64.b64decode("aGVsbG8=\n!!"), tried(base64.b64decode, "aGVsbG8=!!", validate=True), tried(base64.b64decode, "aGVsbG8", None), tried(base64.b64decode, "a"), tried(base64.b64decode, "ab=c"), base64.b32decode("mfrgg===", True), base64.b32decode("M1023456", map01="L"), base64.b16decode("ff0A", casefold=True), tried(base64.b16decode, "ff"), tried(base64.b16decode, "F"))
print(base64.a85encode(b"hello world  \0\0\0\0    abc", foldspaces=True, wrapcol=10, adobe=True), base64.a85encode(b"abcde", pad=True), base64.a85encode(b"", adobe=True), base64.a85decode(b"<~BOu!rD]j7BEbo7~>", adobe=True), tried(base64.a85decode, b"BOu", adobe=True), base64.a85decode(b"BO u!r\nDZ", ignorechars=b" \n"), base64.b85encode(b"abcde", pad=True), tried(base64.a85decode, b"uuuuu"), tried(base64.a85decode, b"ABz"), base64.a85decode("z+<VdLy", foldspaces=True))
print(base64.encodebytes(bytes(100)), base64.decodebytes(base64.encodebytes(b"lines" * 30)), tried(base64.encodebytes, "x"), tried(base64.decodebytes, "x"))
source, made, back = io.BytesIO(b"file" * 40), io.BytesIO(), io.BytesIO()
base64.encode(source, made)
made.seek(0)
base64.decode(made, back)
print(made.getvalue(), back.getvalue())
for data in datas[:9]:
    print(binascii.hexlify(data), binascii.b2a_hex(data, "-"), binascii.b2a_hex(data, b":", 2), binascii.unhexlify(binascii.hexlify(data)) == data, binascii.crc32(data), binascii.crc_hqx(data, 7), binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False), binascii.b2a_uu(data[:45]), binascii.a2b_uu(binascii.b2a_uu(data[:45])) == data[:45], binascii.b2a_qp(data), binascii.a2b_qp(binascii.b2a_qp(data, True, False, True)))
print(binascii.crc32(b"world", binascii.crc32(b"hello ")), binascii.crc32(b"hello world"), tried(binascii.unhexlify, "abc"), tried(binascii.unhexlify, "zz"), tried(binascii.unhexlify, "é"), tried(binascii.unhexlify, 5), tried(binascii.hexlify, "x"), tried(binascii.a2b_base64, "a"), tried(binascii.a2b_base64, "YQ==x", strict_mode=True), tried(binascii.b2a_uu, bytes(50)), tried(binascii.crc32, "x"), tried(binascii.hexlify, b"abc", "--"), tried(binascii.b2a_hex, b"abcdef", sep="_", bytes_per_sep=-2), tried(binascii.a2b_uu, b"!!!!!"))
print(issubclass(binascii.Error, ValueError), binascii.Error, binascii.Incomplete.__mro__, binascii.a2b_qp("=C3=A9=\nx_y", header=True), binascii.a2b_hex(b"FFff"), binascii.b2a_qp("a=b é\t\n".encode(), quotetabs=True))
