"""unicodedata: the host's Unicode database."""


@trap("unicodedata.version")
def _version(): ...


unidata_version = _version()


@trap
def bidirectional(chr, /): ...


@trap
def category(chr, /): ...


@trap
def combining(chr, /): ...


@trap
def decimal(chr, default=..., /): ...


@trap
def decomposition(chr, /): ...


@trap
def digit(chr, default=..., /): ...


@trap
def east_asian_width(chr, /): ...


@trap
def lookup(name, /): ...


@trap
def mirrored(chr, /): ...


@trap
def name(chr, default=..., /): ...


@trap
def numeric(chr, default=..., /): ...


@trap
def normalize(form, unistr, /): ...


@trap
def is_normalized(form, unistr, /): ...
