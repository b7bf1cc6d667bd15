from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
import zoneinfo
from datetime import datetime, timedelta, timezone, time, UTC

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

zones = ["Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", "Australia/Sydney", "America/Sao_Paulo", "Asia/Tehran", "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia", "America/Caracas", "Asia/Kathmandu", "Antarctica/Troll", "Europe/London", "Etc/GMT+5", "Pacific/Kiritimati", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Monrovia", "EST5EDT"]
for key in zones:
    z = ZoneInfo(key)
    print(z, repr(z), z.key, z is ZoneInfo(key), z.utcoffset(None), z.dst(None), z.tzname(None), time(5, tzinfo=z).utcoffset())
    moment = datetime(1880, 1, 1, 5)
    line = []
    while moment.year < 2060:
        local = moment.replace(tzinfo=z)
        back = moment.replace(tzinfo=UTC).astimezone(z)
        line.append(f"{local.utcoffset()} {local.dst()} {local.tzname()} {local.replace(fold=1).utcoffset()} {back.isoformat()} {back.fold}")
        moment += timedelta(days=401, hours=7, minutes=31)
    print(hash("") == hash(""), len(line), *line[::3])
for key, when in (("Europe/Berlin", datetime(2024, 10, 27, 2, 30)), ("Europe/Berlin", datetime(2024, 3, 31, 2, 30)), ("America/New_York", datetime(2024, 11, 3, 1, 30)), ("America/New_York", datetime(2050, 11, 6, 1, 30)), ("Europe/Dublin", datetime(2045, 10, 29, 1, 30)), ("Australia/Lord_Howe", datetime(2043, 4, 5, 1, 45)), ("Pacific/Apia", datetime(2011, 12, 30, 12))):
    z = ZoneInfo(key)
    for fold in (0, 1):
        local = when.replace(tzinfo=z, fold=fold)
        print(key, local, local.fold, local.utcoffset(), local.dst(), local.tzname(), local.astimezone(UTC), local.astimezone(UTC).astimezone(z), local.timestamp(), datetime.fromtimestamp(local.timestamp(), z).fold)
start = datetime(2024, 10, 26, 22, tzinfo=UTC)
for k in range(0, 400, 13):
    x = (start + timedelta(minutes=k)).astimezone(ZoneInfo("Europe/Berlin"))
    print(x, x.fold, end=" ")
print()
for key in ("Nowhere/City", "", "../etc/passwd", "/etc/passwd", "Europe", "Europe/Berlin/../Paris", 5, None):
    shown = tried(ZoneInfo, key)
    print(key, shown.split()[0])
a = datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
print(repr(a), a + timedelta(days=180), a.astimezone(ZoneInfo("Asia/Tokyo")), a == a.astimezone(UTC), a - datetime(2024, 7, 1, tzinfo=ZoneInfo("America/New_York")), f"{a:%Z %z}", a.isoformat())
print(issubclass(ZoneInfoNotFoundError, KeyError), "Europe/Berlin" in available_timezones(), len(available_timezones()) > 300, ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
ZoneInfo.clear_cache()
print(ZoneInfo("UTC") is ZoneInfo("UTC"), isinstance(ZoneInfo("UTC"), zoneinfo.ZoneInfo))
import copy
print(copy.copy(ZoneInfo("UTC")) is ZoneInfo("UTC"), tried(ZoneInfo("UTC").fromutc, a), tried(ZoneInfo("UTC").fromutc, 5), tried(ZoneInfo("UTC").utcoffset, 5))
