class ValidationError(ValueError):
    def __init__(self, field, problem):
        super().__init__(field, problem)
        self.field = field
        self.problem = problem

    def __str__(self):
        return f"{self.field}: {self.problem}"


class Temporary(Exception):
    pass


def validate(record):
    errors = []
    for field, kind in (("name", str), ("age", int)):
        try:
            if field not in record:
                raise ValidationError(field, "missing")
            if not isinstance(record[field], kind):
                raise ValidationError(field, f"expected {kind.__name__}")
        except ValidationError as error:
            errors.append(error)
    return errors


print([str(e) for e in validate({"name": 5})], validate({"name": "x", "age": 1}), repr(ValidationError("a", "b")))


def retry(function, attempts):
    for attempt in range(1, attempts + 1):
        try:
            return function(attempt)
        except Temporary as error:
            print(f"attempt {attempt} failed: {error}")
    raise RuntimeError("gave up") from error_holder[0] if error_holder else None


error_holder = []


def flaky(attempt):
    if attempt < 3:
        raise Temporary(f"not yet ({attempt})")
    return "ok"


print(retry(flaky, 5))
try:
    retry(flaky, 2)
except RuntimeError as error:
    print(error, error.__cause__)
e = ValueError("noted")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, e.args, e == ValueError("noted"))
group = ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [KeyError(3), ValueError(4)])])
try:
    raise group
except* ValueError as matched:
    print("values", [repr(x) for x in matched.exceptions])
except* (TypeError, KeyError) as matched:
    print("rest", len(matched.exceptions), matched)
print(group.subgroup(KeyError), group.split(ValueError)[1].message, repr(group.exceptions[0]))
print(isinstance(KeyError("x"), LookupError), issubclass(ZeroDivisionError, ArithmeticError), str(KeyError("k")), str(KeyError(1, 2)))
