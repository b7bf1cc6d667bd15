# Sums the amounts of a city.
def total_of(rows):
    total = 0
    for row in rows:
        total += row["amount"]
    return total


rows = fetch_rows(city)
print(f"{len(rows)} rows")
more = fetch_rowz(city)
total_of(rows)
