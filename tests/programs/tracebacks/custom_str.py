class ApiError(Exception):
    def __init__(self, status, body):
        self.status = status
        self.body = body

    def __str__(self):
        return f"{self.status}: {self.body!r}"


def call():
    raise ApiError(503, "busy")


call()
