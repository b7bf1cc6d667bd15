"""What the programs of this folder are lent: small fixed answers for each function of `host.pyi`."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

USERS = [
    {"id": 1, "name": "Ada Lovelace", "email": "ada@example.com", "team": "core", "active": True,
     "created_at": "2024-01-15T09:30:00Z"},
    {"id": 2, "name": "Bob Stone", "email": None, "team": "web", "active": False,
     "created_at": "2024-03-02T12:00:00Z", "manager_id": 1},
    {"id": 3, "name": "Cleo Park", "email": "cleo@example.com", "team": "core", "active": True,
     "created_at": "2024-05-20T18:45:10Z", "manager_id": 1},
    {"id": 4, "name": "Dan Ito", "email": "dan@example.org", "team": "ops", "active": True,
     "created_at": "2025-02-01T00:00:00Z", "manager_id": 3},
    {"id": 5, "name": "Eve Moss", "email": "eve@example.org", "team": "web", "active": True,
     "created_at": "2025-06-30T23:59:59Z", "manager_id": 2},
]  # fmt: skip
ORDERS = [
    {"id": "o-1", "user_id": 1, "amount": 120.5, "currency": "EUR", "status": "paid",
     "items": [{"sku": "A1", "quantity": 2, "price": 50.0}, {"sku": "B2", "quantity": 1, "price": 20.5}],
     "created_at": "2025-01-05"},
    {"id": "o-2", "user_id": 1, "amount": 30.0, "currency": "USD", "status": "open",
     "items": [{"sku": "C3", "quantity": 3, "price": 10.0}], "created_at": "2025-02-11"},
    {"id": "o-3", "user_id": 3, "amount": 75.25, "currency": "EUR", "status": "cancelled",
     "items": [], "created_at": "2025-02-20"},
    {"id": "o-4", "user_id": 4, "amount": 410.0, "currency": "EUR", "status": "paid",
     "items": [{"sku": "A1", "quantity": 4, "price": 50.0}, {"sku": "D4", "quantity": 7, "price": 30.0}],
     "created_at": "2025-03-01"},
]  # fmt: skip
FILES = {
    "data/sales.csv": "date,region,product,units,price\n2025-01-03,north,apple,10,1.5\n"
                      "2025-01-04,south,pear,4,2.25\n2025-02-10,north,pear,7,2.25\n"
                      "2025-02-11,west,apple,12,1.4\n2025-03-01,south,plum,1,9.99\n",
    "data/users.json": json.dumps([{"name": user["name"], "tags": ["a", "b"][: user["id"] % 3]}
                                   for user in USERS]),
    "logs/app.log": "2025-01-01 10:00:00 INFO start\n2025-01-01 10:00:05 ERROR db timeout after 30s\n"
                    "2025-01-01 10:01:00 WARN slow query 1200ms\n"
                    "2025-01-01 10:02:00 ERROR db timeout after 31s\n"
                    "garbage line\n2025-01-02 00:00:00 INFO stop\n",
    "config.ini": "# settings\nhost = localhost\nport = 8080\ndebug = true\n\n[db]\nname = main\n",
    "notes.md": "# Plan\n\n- [x] draft\n- [ ] review @ada\n- [ ] ship @bob due:2025-04-01\n\n## Links\n"
                "See https://example.com/a and http://example.org/b?x=1.\n",
    "empty.txt": "",
}


@dataclass
class Issue:
    """An issue of a repository."""

    number: int
    title: str
    labels: list
    assignee: str | None
    closed: bool
    created: datetime


@dataclass
class Repo:
    """A repository."""

    name: str
    stars: int
    issues: list
    owner: str | None = None


ISSUES = [
    Issue(1, "Crash on start", ["bug", "p1"], "ada", False, datetime(2025, 1, 2, tzinfo=UTC)),
    Issue(2, "Add dark mode", ["feature"], None, False, datetime(2025, 2, 3, 8, 30, tzinfo=UTC)),
    Issue(3, "Typo in docs", ["docs", "good first issue"], "bob", True, datetime(2024, 12, 24, tzinfo=UTC)),
]
ROWS = [
    {"id": 1, "name": "alpha", "value": 10.5, "category": "x", "created": "2025-01-01", "parent": None},
    {"id": 2, "name": "beta", "value": None, "category": "y", "created": "2025-01-02", "parent": 1},
    {"id": 3, "name": "gamma", "value": 7.25, "category": "x", "created": "2025-01-09", "parent": 1},
    {"id": 4, "name": "delta", "value": 3, "category": "z", "created": "2025-02-01", "parent": 2},
]


def get_user(user_id):
    for user in USERS:
        if user["id"] == user_id:
            return dict(user)
    raise KeyError(f"no user {user_id}")


def find_user(email):
    return next((dict(user) for user in USERS if user["email"] == email), None)


def list_users(cursor=None, limit=2):
    start = int(cursor or 0)
    end = start + limit
    return {"items": [dict(user) for user in USERS[start:end]],
            "next_cursor": str(end) if end < len(USERS) else None, "total": len(USERS)}


def list_orders(user_id=None, status=None):
    return [order for order in ORDERS if user_id in (None, order["user_id"])
            and status in (None, order["status"])]


def list_issues(repo, state="open"):
    return [one for one in ISSUES if state == "all" or one.closed == (state == "closed")]


def get_repo(name):
    return Repo(name, 42, ISSUES, "ada") if name != "missing" else None


def read_file(path):
    if path not in FILES:
        raise FileNotFoundError(f"no such file: {path}")
    return FILES[path]


def write_file(path, content):
    return len(content)


def list_files(folder):
    return sorted(path for path in FILES if path.startswith(folder))


def http_get(url, params=None):
    if "fail" in url:
        raise ConnectionError("refused")
    return {"status": 200, "url": url, "params": params or {}, "data": ROWS,
            "headers": {"content-type": "application/json"}, "meta": {"page": 1, "pages": 2}}


def run_sql(query, params=None):
    if "count" in query.lower():
        return [{"count": len(ROWS)}]
    return [dict(row) for row in ROWS]


def send_email(to, subject, body):
    return True


def send_slack(channel, text):
    return None


def get_config(key, default=None):
    return {"region": "eu", "retries": "3", "threshold": "0.75"}.get(key, default)


def now():
    return datetime(2025, 3, 14, 15, 9, 26, tzinfo=UTC)


async def fetch(url, timeout=10.0):
    if "fail" in url:
        raise ConnectionError("refused")
    return f"<html><head><title>Page {url}</title></head><body><p>Hello</p><a href='/x'>x</a></body></html>"


async def fetch_json(url):
    if "fail" in url:
        raise TimeoutError("timed out")
    if "user" in url:
        repos = [{"name": "r1", "stars": 3}, {"name": "r2", "stars": 9}]
        return {"user": {"id": 7, "login": "zoe", "repos": repos}}
    return {"page": 1, "results": ROWS, "next": None, "rates": {"USD": 1.1, "GBP": 0.85}}


async def search(query, *, limit=5):
    return [{"title": f"{query} {number}", "url": f"https://example.com/{number}",
             "snippet": f"about {query}", "score": round(1 / number, 3)} for number in range(1, limit + 1)]


async def get_weather(city):
    if city == "Nowhere":
        return {"city": city}
    return {"city": city, "temperature": 10.0 + len(city), "humidity": 50,
            "alerts": ["wind"][: len(city) % 2]}


async def get_price(symbol):
    return 100.0 + len(symbol) * 1.5


async def translate(text, target="en"):
    return f"[{target}] {text}"


async def llm(prompt, max_tokens=200):
    if "json" in prompt.lower():
        return '{"answer": "yes", "confidence": 0.9, "tags": ["a", "b"]}'
    return "positive"


FUNCTIONS = {
    function.__name__: function for function in (
        get_user, find_user, list_users, list_orders, list_issues, get_repo, read_file, write_file,
        list_files, http_get, run_sql, send_email, send_slack, get_config, now, fetch, fetch_json,
        search, get_weather, get_price, translate, llm,
    )
}  # fmt: skip
