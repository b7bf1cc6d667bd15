from typing import TypedDict

class Row(TypedDict):
    amount: int
    label: str

def fetch_rows(city: str, limit: int = 100) -> list[Row]:
    """Give the rows of a city, the newest first."""

async def send(text: str) -> bool: ...
