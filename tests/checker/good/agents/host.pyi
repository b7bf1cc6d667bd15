from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NotRequired, TypedDict

class User(TypedDict):
    id: int
    name: str
    email: str | None
    team: str
    active: bool
    created_at: str
    manager_id: NotRequired[int]

class Page(TypedDict):
    items: list[User]
    next_cursor: str | None
    total: int

class Item(TypedDict):
    sku: str
    quantity: int
    price: float

class Order(TypedDict):
    id: str
    user_id: int
    amount: float
    currency: str
    status: Literal["open", "paid", "cancelled"]
    items: list[Item]
    created_at: str

class SearchResult(TypedDict):
    title: str
    url: str
    snippet: str
    score: float

class Weather(TypedDict, total=False):
    city: str
    temperature: float
    humidity: int
    alerts: list[str]

@dataclass
class Issue:
    number: int
    title: str
    labels: list[str]
    assignee: str | None
    closed: bool
    created: datetime

@dataclass
class Repo:
    name: str
    stars: int
    issues: list[Issue]
    owner: str | None = None

def get_user(user_id: int) -> User: ...
def find_user(email: str) -> User | None: ...
def list_users(cursor: str | None = None, limit: int = 2) -> Page: ...
def list_orders(user_id: int | None = None, status: str | None = None) -> list[Order]: ...
def list_issues(repo: str, state: Literal["open", "closed", "all"] = "open") -> list[Issue]: ...
def get_repo(name: str) -> Repo | None: ...
def read_file(path: str) -> str: ...
def write_file(path: str, content: str) -> int: ...
def list_files(folder: str) -> list[str]: ...
def http_get(url: str, params: dict[str, Any] | None = None) -> dict[str, Any]: ...
def run_sql(query: str, params: list[Any] | None = None) -> list[dict[str, Any]]: ...
def send_email(to: str | list[str], subject: str, body: str) -> bool: ...
def send_slack(channel: str, text: str) -> None: ...
def get_config(key: str, default: str | None = None) -> str | None: ...
def now() -> datetime: ...
async def fetch(url: str, timeout: float = 10.0) -> str: ...
async def fetch_json(url: str) -> Any: ...
async def search(query: str, *, limit: int = 5) -> list[SearchResult]: ...
async def get_weather(city: str) -> Weather: ...
async def get_price(symbol: str) -> float: ...
async def translate(text: str, target: str = "en") -> str: ...
async def llm(prompt: str, max_tokens: int = 200) -> str: ...
