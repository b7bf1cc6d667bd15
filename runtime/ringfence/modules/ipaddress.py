"""ipaddress: addresses and networks of the Internet protocol, both versions."""

__all__ = ["ip_address", "ip_network", "ip_interface", "IPv4Address", "IPv6Address", "IPv4Network",
           "IPv6Network", "IPv4Interface", "IPv6Interface", "AddressValueError",
           "NetmaskValueError", "summarize_address_range", "collapse_addresses",
           "v4_int_to_packed", "v6_int_to_packed", "get_mixed_type_key"]

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


def _either(address, kinds, what, **options):
    for kind in kinds:
        try:
            return kind(address, **options)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    """Take an IP string/int and return an object of the correct type."""
    return _either(address, (IPv4Address, IPv6Address), "address")


def ip_network(address, strict=True):
    """Take an IP string/int and return an object of the correct type."""
    return _either(address, (IPv4Network, IPv6Network), "network", strict=strict)


def ip_interface(address):
    """Take an IP string/int and return an object of the correct type."""
    return _either(address, (IPv4Interface, IPv6Interface), "interface")


def v4_int_to_packed(address):
    """Represent an address as 4 packed bytes in network (big-endian) order."""
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    """Represent an address as 16 packed bytes in network (big-endian) order."""
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


# ---------------------------------------------------------------- reading and writing
def _read_v4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for part in parts:
        if not part:
            problem = "Empty octet not permitted"
            raise AddressValueError(f"{problem} in {text!r}")
        if not (part.isascii() and part.isdigit()):
            problem = f"Only decimal digits permitted in {part!r}"
        elif len(part) > 3:
            problem = f"At most 3 characters permitted in {part!r}"
        elif part != "0" and part[0] == "0":
            problem = f"Leading zeros are not permitted in {part!r}"
        elif int(part) > 255:
            problem = f"Octet {int(part)} (> 255) not permitted"
        else:
            value = value << 8 | int(part)
            continue
        raise AddressValueError(f"{problem} in {text!r}")
    return value


def _write_v4(value):
    return ".".join([str(byte) for byte in value.to_bytes(4, "big")])


def _read_v6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            last = _read_v4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts += [f"{last >> 16:x}", f"{last & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = None
    for k in range(1, len(parts) - 1):
        if not parts[k]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = k
    if gap is not None:
        high, low = gap, len(parts) - gap - 1
        if not parts[0]:
            high -= 1
            if high:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            low -= 1
            if low:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        skipped = 8 - high - low
        if skipped < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        high, low, skipped = 8, 0, 0
    value = 0
    for part in parts[:high]:
        value = value << 16 | _read_hextet(part, text)
    value <<= 16 * skipped
    for part in parts[len(parts) - low:]:
        value = value << 16 | _read_hextet(part, text)
    return value


def _read_hextet(part, text):
    if part.strip("0123456789abcdefABCDEF"):
        raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
    if len(part) > 4:
        raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
    return int(part, 16)


def _write_v6(value):
    """The shortest text: the longest run of zeros, the first of equals, is left out."""
    parts = [f"{value >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
    best = best_size = 0
    k = 0
    while k < 8:
        end = k
        while end < 8 and parts[end] == "0":
            end += 1
        if end - k > best_size:
            best, best_size = k, end - k
        k = max(end, k + 1)
    if best_size < 2:
        return ":".join(parts)
    return f"{':'.join(parts[:best])}::{':'.join(parts[best + best_size:])}"


# ---------------------------------------------------------------- what versions share
class _IPAddressBase:
    """An address or a network."""

    __slots__ = ()

    @property
    def exploded(self):
        return self._spelled(True)

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    def __reduce__(self):
        return type(self), (str(self),)


class _BaseAddress(_IPAddressBase):
    __slots__ = ("_ip",)

    def _fill(self, address):
        """Take an int or packed bytes; False for a text."""
        kind = "IPv4" if self._version == 4 else "IPv6"
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} "
                                        "address")
            if address >> self._bits:
                raise AddressValueError(f"{address} (>= 2**{self._bits}) is not permitted as an "
                                        f"{kind} address")
            self._ip = int(address)
            return True
        if isinstance(address, bytes):
            wanted = self._bits // 8
            if len(address) != wanted:
                raise AddressValueError(f"{address!r} (len {len(address)} != {wanted}) is not "
                                        f"permitted as an {kind} address")
            self._ip = int.from_bytes(address, "big")
            return True
        return False

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8, "big")

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def _comparable(self, other):
        if not isinstance(other, _BaseAddress):
            return False
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return True

    def __lt__(self, other):
        return self._ip < other._ip if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._ip > other._ip if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._ip <= other._ip if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._ip >= other._ip if self._comparable(other) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self._address_class(self._ip + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self._address_class(self._ip - other)

    def __str__(self):
        return self._spelled(False)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __hash__(self):
        return hash(hex(self._ip))

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        letter = fmt[-1]
        body = fmt[:-1]
        grouped = body.endswith("_")
        if grouped:
            body = body[:-1]
        alternate = body == "#"
        if letter not in "bnxX" or body not in ("", "#"):
            return object.__format__(self, fmt)
        if letter == "n":
            letter = "b" if self._version == 4 else "x"
        width = self._bits if letter == "b" else self._bits // 4
        if grouped:
            width += width // 4 - 1
        if alternate:
            width += 2
        return format(self._ip, f"{'#' if alternate else ''}0{width}{'_' if grouped else ''}{letter}")

    def _in_any(self, networks):
        return any([self in network for network in networks])


class _Version4:
    """What IPv4 addresses and networks share."""

    __slots__ = ()
    _version = 4
    _bits = 32

    def _spelled(self, exploded):
        return _write_v4(self._ip)


class IPv4Address(_Version4, _BaseAddress):
    """Represent and manipulate single IPv4 Addresses."""

    __slots__ = ()

    def __init__(self, address):
        if not self._fill(address):
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = _read_v4(text)

    def _reverse(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    @property
    def is_reserved(self):
        return self._ip >> 28 == 15

    @property
    def is_private(self):
        return self._in_any(_PRIVATE_4)

    @property
    def is_global(self):
        return self not in _SHARED_4 and not self.is_private

    @property
    def is_multicast(self):
        return self._ip >> 28 == 14

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127

    @property
    def is_link_local(self):
        return self._ip >> 16 == 0xA9FE


class IPv6Address(_BaseAddress):
    """Represent and manipulate single IPv6 Addresses."""

    __slots__ = ("_scope_id",)
    _version = 6
    _bits = 128

    def __init__(self, address):
        self._scope_id = None
        if not self._fill(address):
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = _scope_of(text)
            self._ip = _read_v6(text)

    def _spelled(self, exploded):
        if exploded:
            digits = f"{self._ip:032x}"
            text = ":".join([digits[k:k + 4] for k in range(0, 32, 4)])
            return text
        text = _write_v6(self._ip)
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def _reverse(self):
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is not True:
            return same
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_multicast(self):
        return self._ip >> 120 == 0xFF

    @property
    def is_reserved(self):
        return self._in_any(_RESERVED_6)

    @property
    def is_link_local(self):
        return self._ip >> 118 == 0xFE80 >> 6

    @property
    def is_site_local(self):
        return self._ip >> 118 == 0xFEC0 >> 6

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return self._in_any(_PRIVATE_6)

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


def _scope_of(text):
    address, mark, scope = text.partition("%")
    if not mark:
        return address, None
    if not scope or "%" in scope:
        raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
    return address, scope


# ---------------------------------------------------------------- masks
def _split(address):
    """(address, mask or None) of what a network or interface is made from."""
    if isinstance(address, (bytes, int)):
        return address, None
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) > 1 else None


def _prefix_of(mask, kind):
    """The length of the prefix that a mask means."""
    bits = kind._bits
    if mask is None:
        return bits
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return int(mask)
    if mask.isascii() and mask.isdigit():
        if int(mask) > bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return int(mask)
    if kind._version == 6:
        raise NetmaskValueError(f"{mask!r} is not a valid netmask")
    try:
        value = _read_v4(mask)
    except AddressValueError:
        raise NetmaskValueError(f"{mask!r} is not a valid netmask") from None
    for candidate in (value, value ^ 0xFFFFFFFF):
        ones = candidate.bit_count()
        if candidate == (1 << 32) - (1 << 32 - ones):
            return ones
    raise NetmaskValueError(f"{mask!r} is not a valid netmask")


class _BaseNetwork(_IPAddressBase):
    """A network: its first address and the length of the prefix."""

    __slots__ = ("network_address", "_prefixlen")

    def __init__(self, address, strict=True):
        address, mask = _split(address)
        first = self._address_class(address)
        self._prefixlen = _prefix_of(mask, self._address_class)
        value = first._ip & int(self.netmask)
        if value != first._ip:
            if strict:
                raise ValueError(f"{self._with(first)} has host bits set")
            first = self._address_class(value)
        self.network_address = first

    def _with(self, address):
        return f"{address}/{self._prefixlen}"

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def netmask(self):
        return self._address_class((1 << self._bits) - (1 << self._bits - self._prefixlen))

    @property
    def hostmask(self):
        return self._address_class((1 << self._bits - self._prefixlen) - 1)

    @property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @property
    def num_addresses(self):
        return 1 << self._bits - self._prefixlen

    @property
    def with_prefixlen(self):
        return self._with(self.network_address)

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    def _spelled(self, exploded):
        return self._with(self.network_address.exploded)

    def _reverse(self):
        """The name of the pointer, the prefix kept beside the last number as CPython has it."""
        if self._version == 4:
            return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return self._with(self.network_address)

    def hosts(self):
        """Generate an iterator over usable hosts in a network."""
        return self._hosts()

    def _between(self, first, last):
        for value in range(first, last + 1):
            yield self._address_class(value)

    def __iter__(self):
        return self._between(self.network_address._ip, self.broadcast_address._ip)

    def __getitem__(self, n):
        first, last = self.network_address._ip, self.broadcast_address._ip
        if n >= 0:
            if first + n > last:
                raise IndexError("address out of range")
            return self._address_class(first + n)
        n += 1
        if last + n < first:
            raise IndexError("address out of range")
        return self._address_class(last + n)

    def _comparable(self, other):
        if not isinstance(other, _BaseNetwork):
            return False
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return True

    def _order(self):
        return self.network_address._ip, self._prefixlen

    def __lt__(self, other):
        return self._order() < other._order() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if self._comparable(other) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        return self._version == other._version and self._order() == other._order()

    def __hash__(self):
        return hash(self._order())

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Tell if self is partly contained in other."""
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    def _is_inside(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (other.network_address <= self.network_address
                and other.broadcast_address >= self.broadcast_address)

    def subnet_of(self, other):
        """Return True if this network is a subnet of other."""
        return self._is_inside(other)

    def supernet_of(self, other):
        """Return True if this network is a supernet of other."""
        return other._is_inside(self)

    def _of(self, value, prefix):
        return type(self)((value, prefix))

    def address_exclude(self, other):
        """Remove an address from a larger block."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        first, second = self.subnets()
        while first != other and second != other:
            if other.subnet_of(first):
                yield second
                first, second = first.subnets()
            else:
                yield first
                first, second = second.subnets()
        yield second if first == other else first

    def compare_networks(self, other):
        """Compare two IP objects."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, its = self._order(), other._order()
        return 0 if mine == its else -1 if mine < its else 1

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The subnets which join to make the current subnet."""
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._bits:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        for value in range(self.network_address._ip, self.broadcast_address._ip + 1,
                           1 << self._bits - prefix):
            yield self._of(value, prefix)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The supernet containing the current network."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a "
                             f"prefixlen_diff of {prefixlen_diff}")
        mask = self.netmask._ip << prefixlen_diff
        return self._of(self.network_address._ip & mask, prefix)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_multicast(self):
        return self._both("is_multicast")

    @property
    def is_reserved(self):
        return self._both("is_reserved")

    @property
    def is_link_local(self):
        return self._both("is_link_local")

    @property
    def is_private(self):
        networks = _PRIVATE_4 if self._version == 4 else _PRIVATE_6
        return any([self.network_address in network and self.broadcast_address in network
                    for network in networks])

    @property
    def is_unspecified(self):
        return self._both("is_unspecified")

    @property
    def is_loopback(self):
        return self._both("is_loopback")


class IPv4Network(_BaseNetwork):
    """This class represents and manipulates 32-bit IPv4 network + addresses."""

    __slots__ = ()
    _version = 4
    _bits = 32
    _address_class = IPv4Address

    def _hosts(self):
        first, last = self.network_address._ip, self.broadcast_address._ip
        if self._prefixlen == 31:
            return self._between(first, last)
        if self._prefixlen == 32:
            return [IPv4Address(first)]
        return self._between(first + 1, last - 1)

    @property
    def is_global(self):
        shared = self.network_address in _SHARED_4 and self.broadcast_address in _SHARED_4
        return not shared and not self.is_private


class IPv6Network(_BaseNetwork):
    """This class represents and manipulates 128-bit IPv6 networks."""

    __slots__ = ()
    _version = 6
    _bits = 128
    _address_class = IPv6Address

    def _hosts(self):
        first, last = self.network_address._ip, self.broadcast_address._ip
        if self._prefixlen == 127:
            return self._between(first, last)
        if self._prefixlen == 128:
            return [IPv6Address(first)]
        return self._between(first + 1, last)

    @property
    def is_site_local(self):
        return self._both("is_site_local")

    @property
    def is_global(self):
        return not self.is_private


def _interface_init(self, address):
    value, mask = _split(address)
    self._address_class.__init__(self, value)
    self.network = self._network_class(address, strict=False)
    self.netmask = self.network.netmask
    self._prefixlen = self.network._prefixlen


class _Interface:
    """What interfaces of both versions add to addresses."""

    __slots__ = ()

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._address_class(self._ip)

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.ip}/{self.hostmask}"

    @property
    def exploded(self):
        return f"{self.ip.exploded}/{self._prefixlen}"

    def __str__(self):
        return f"{self._address_class._spelled(self, False)}/{self._prefixlen}"

    def __eq__(self, other):
        same = self._address_class.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return (self.network < other.network
                    or self.network == other.network and less)
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    __reduce__ = _IPAddressBase.__reduce__


class IPv4Interface(_Interface, IPv4Address):
    """An IPv4 address with the network it lies in."""

    __slots__ = ("network", "netmask", "_prefixlen")
    _network_class = IPv4Network

    def __init__(self, address):
        _interface_init(self, address)


class IPv6Interface(_Interface, IPv6Address):
    """An IPv6 address with the network it lies in."""

    __slots__ = ("network", "netmask", "_prefixlen")
    _network_class = IPv6Network

    def __init__(self, address):
        _interface_init(self, address)


IPv4Address._address_class = IPv4Address
IPv6Address._address_class = IPv6Address


# ---------------------------------------------------------------- ranges of addresses
def _ranges(kind, first, last):
    """Networks that make up a range of addresses, given as ints."""
    bits = kind._bits
    while first <= last:
        zeros = (first & -first).bit_length() - 1 if first else bits
        size = min(zeros, (last - first + 1).bit_length() - 1)
        yield kind((first, bits - size))
        first += 1 << size


def summarize_address_range(first, last):
    """Summarize a network range given the first and last IP addresses."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    yield from _ranges(IPv4Network if first.version == 4 else IPv6Network, first._ip, last._ip)


def collapse_addresses(addresses):
    """Collapse a list of IP objects."""
    spans = []
    kind = None
    seen = None
    for each in addresses:
        if seen is not None and seen._version != each._version:
            raise TypeError(f"{each} and {seen} are not of the same version")
        seen = each
        kind = IPv4Network if each._version == 4 else IPv6Network
        if isinstance(each, _BaseNetwork):
            spans.append((each.network_address._ip, each.broadcast_address._ip))
        else:
            spans.append((each._ip, each._ip))
    spans.sort()
    joined = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return iter([network for first, last in joined for network in _ranges(kind, first, last)])


def get_mixed_type_key(obj):
    """Return a key suitable for sorting between networks and addresses."""
    if isinstance(obj, _BaseNetwork):
        return obj._version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj._version, obj
    return NotImplemented


_PRIVATE_4 = tuple([IPv4Network(text) for text in (
    "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
    "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")])
_SHARED_4 = IPv4Network("100.64.0.0/10")
_PRIVATE_6 = tuple([IPv6Network(text) for text in (
    "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48",
    "2001:db8::/32", "2001:10::/28", "fc00::/7", "fe80::/10")])
_RESERVED_6 = tuple([IPv6Network(text) for text in (
    "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3",
    "8000::/3", "A000::/3", "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9")])
