import ipaddress as I
from ipaddress import *

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

for text in ("1.2.3.4", "0.0.0.0", "255.255.255.255", "127.0.0.1", "10.1.2.3", "172.16.5.5", "192.168.1.1", "169.254.1.1", "224.0.0.1", "240.0.0.1", "100.64.0.1", "8.8.8.8", "192.0.2.1", "::", "::1", "2001:db8::1", "fe80::1", "ff02::1", "::ffff:1.2.3.4", "2002:102:304::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "1:2:3:4:5:6:7:8", "1:0:0:2:0:0:0:3", "fec0::1", "2606:4700::1111", "fc00::5", "A::B", 5, 2**32 - 1, 2**32, 2**128 - 1, b"\1\2\3\4", bytes(16)):
    a = ip_address(text)
    print(repr(a), str(a), int(a), a.version, a.max_prefixlen, a.packed, a.exploded, a.compressed, a.reverse_pointer, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_reserved, a.is_link_local, a.is_unspecified, *((a.is_site_local, a.ipv4_mapped, a.teredo, a.sixtofour, a.scope_id) if a.version == 6 else ()))
for text in ("", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.x", "01.2.3.4", "1..2.3", "1.2.3.4/24", "1.2.3.1234", ":", ":::", "1:2", "1::2::3", "1:2:3:4:5:6:7:8:9", "::12345", "::g", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::1.2.3", "1:2:3:4:5:6:7::8:9", "fe80::1%", "1.2.3.4 ", "١.2.3.4", -1, 2**128, b"abc", None, 1.5):
    print(repr(text), tried(ip_address, text), tried(IPv4Address, text), tried(IPv6Address, text))
for text in ("10.0.0.0/8", "192.168.1.0/24", "192.168.1.5/32", "1.2.3.4", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255", "0.0.0.0/0", "1.2.3.4/31", "2001:db8::/32", "::/0", "fe80::/127", "::1/128", (167772160, 8), ("10.0.0.0", "255.255.0.0"), 5, "fe80::/10", "224.0.0.0/4"):
    n = ip_network(text, strict=False)
    print(repr(n), n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_prefixlen, n.with_netmask, n.with_hostmask, n.exploded, n.compressed, n.is_private, n.is_multicast, n.is_loopback, n.is_link_local, n.is_reserved, n.is_unspecified, n.is_global, n.version, n[0], n[-1], tried(lambda: n[2**130]), n.supernet())
for text in ("10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/8/8", "::/129", "::/ffff::", "x/8", "10.0.0.0/255.0.255.0", "10.0.0.0/-1", "1.2.3.4/", ("10.0.0.0", 40)):
    print(repr(text), tried(ip_network, text), tried(IPv4Network, text), tried(IPv6Network, text), tried(ip_interface, text))
n = ip_network("192.168.0.0/29")
print(list(n), list(n.hosts()), list(n.subnets()), list(n.subnets(2)), list(n.subnets(new_prefix=31)), n.supernet(3), n.supernet(new_prefix=20), list(ip_network("1.2.3.4/31").hosts()), list(ip_network("1.2.3.4/32").hosts()), list(ip_network("::/126").hosts()), list(ip_network("::/127").hosts()))
for f in (lambda: list(n.subnets(5)), lambda: list(n.subnets(new_prefix=20)), lambda: list(n.subnets(2, 31)), lambda: n.supernet(40), lambda: n.supernet(new_prefix=31), lambda: list(n.subnets(-1)), lambda: n < ip_network("::/0"), lambda: n < 5, lambda: ip_address("1.1.1.1") < ip_address("::1"), lambda: ip_address("1.1.1.1") < 5, lambda: ip_address(0) - 1, lambda: ip_address("1.1.1.1") + "x", lambda: list(n.address_exclude(ip_network("1.0.0.0/8"))), lambda: n.subnet_of(ip_network("::/0")), lambda: 5 in n):
    print(tried(f))
a, b = ip_address("1.2.3.4"), ip_address("1.2.3.5")
print(a < b, a <= a, a > b, a >= b, a == ip_address("1.2.3.4"), a != b, a == "1.2.3.4", a + 1 == b, b - 1, hash(a) == hash(ip_address("1.2.3.4")), sorted([b, a]), a in ip_network("1.2.3.0/24"), a in ip_network("::/0"), {a: 1}[ip_address("1.2.3.4")], ip_address("::1") == ip_address("::1%x"))
print(ip_network("10.0.0.0/8").overlaps(ip_network("10.1.0.0/16")), ip_network("10.0.0.0/16").subnet_of(ip_network("10.0.0.0/8")), ip_network("10.0.0.0/8").supernet_of(ip_network("10.0.0.0/16")), list(ip_network("192.0.2.0/28").address_exclude(ip_network("192.0.2.1/32"))), ip_network("1.0.0.0/8") < ip_network("1.0.0.0/9"), ip_network("1.0.0.0/8") == ip_network("1.0.0.0/8"), ip_network("1.0.0.0/8").compare_networks(ip_network("2.0.0.0/8")))
print(list(summarize_address_range(ip_address("1.2.3.0"), ip_address("1.2.4.9"))), list(collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_network("10.0.1.0/24"), ip_network("10.0.0.7/32")])), list(collapse_addresses([a, b, ip_address("1.2.3.6"), a])), tried(lambda: list(summarize_address_range(b, a))), tried(lambda: list(summarize_address_range(a, n))), list(collapse_addresses([])), list(summarize_address_range(ip_address("::"), ip_address("::5"))))
i = ip_interface("10.1.2.3/24")
print(repr(i), i, i.ip, i.network, i.netmask, i.hostmask, i.with_prefixlen, i.with_netmask, i.with_hostmask, int(i), i == ip_interface("10.1.2.3/24"), i == ip_interface("10.1.2.3/25"), i < ip_interface("10.1.2.4/24"), hash(i) == hash(ip_interface("10.1.2.3/24")), ip_interface("::5/64"), ip_interface("::5/64").network, ip_interface("1.2.3.4"), i.exploded, i.is_private, i in ip_network("10.0.0.0/8"))
print(f"{a}", f"{a:>12s}|", n.reverse_pointer, ip_network("2001:db8::/32").reverse_pointer, f"{a:b}", f"{a:#x}", f"{a:_b}", f"{a:n}", f"{ip_address('::1'):x}", f"{ip_address('::1'):#_x}", f"{a:s}", tried(format, a, "d"), "%s" % n, v4_int_to_packed(5), v6_int_to_packed(5), tried(v4_int_to_packed, -1), tried(v6_int_to_packed, 2**128), sorted([n, a, ip_address("::"), ip_network("1.0.0.0/8")], key=get_mixed_type_key))
