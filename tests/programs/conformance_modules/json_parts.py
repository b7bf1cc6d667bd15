"""json.decoder and json.encoder as modules of their own."""

import json
import json.decoder
from json.decoder import JSONDecodeError, JSONDecoder, scanstring
from json.encoder import JSONEncoder, encode_basestring_ascii

for text in ("{bad", "[1, 2", '{"a" 1}', "", "nul", '["\\x"]', "1 2"):
    try:
        json.loads(text)
    except json.decoder.JSONDecodeError as error:
        print(repr(text), error.msg, error.lineno, error.colno, error.pos)
print(JSONDecodeError is json.JSONDecodeError, JSONDecoder().raw_decode("[1] rest"))
print(scanstring('a"bc', 0), encode_basestring_ascii("é\n"), JSONDecodeError.__module__)


class Encoder(JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1}}, cls=Encoder), Encoder().encode([{1}]))
try:
    json.loads('{"a": }')
except ValueError as error:
    print(type(error).__name__, error)
