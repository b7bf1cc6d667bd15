def send(recipient, subject, body):
    if not body:
        raise ValueError("empty body")


values = [1, 2, 3]
send(
    "someone",
    subject="x",
    body="",
)
