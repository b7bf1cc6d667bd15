"""Expense analysis with a budget: host functions, a pause at each call, meters at the end.

    python examples/expenses.py
"""

import ringfence

AGENT = """
team = get_team('engineering')
over = []
for person in team:
    items = get_expenses(person['id'], quarter='Q3')
    spent = sum(item['amount'] for item in items if item['category'] == 'travel')
    limit = get_budget(person['level'])
    if spent > limit:
        over.append({'name': person['name'], 'spent': spent, 'over by': round(spent - limit, 2)})
over.sort(key=lambda entry: -entry['over by'])
for entry in over:
    print(f"{entry['name']:<8} spent {entry['spent']:>8.2f}, {entry['over by']:.2f} over")
{'people': len(team), 'over': [entry['name'] for entry in over]}
"""

TEAM = [
    {"id": 1, "name": "Ada", "level": "senior"},
    {"id": 2, "name": "Grace", "level": "junior"},
    {"id": 3, "name": "Alan", "level": "senior"},
]
EXPENSES = {
    1: [("travel", 1800.5), ("meals", 120.0), ("travel", 950.25)],
    2: [("travel", 300.0), ("travel", 410.75)],
    3: [("meals", 80.0), ("travel", 999.99)],
}


def get_team(department: str) -> list[dict[str, object]]:
    return TEAM


def get_expenses(person: int, quarter: str) -> list[dict[str, object]]:
    return [{"category": category, "amount": amount} for category, amount in EXPENSES[person]]


def get_budget(level: str) -> float:
    return {"senior": 2000.0, "junior": 500.0}[level]


def main() -> None:
    tools = {"get_team": get_team, "get_expenses": get_expenses, "get_budget": get_budget}
    program = ringfence.Monty(AGENT, script_name="expenses.py")
    step = program.start(limits={"max_instructions": 100_000, "max_host_calls": 50})
    while isinstance(step, ringfence.FunctionSnapshot):
        print(f"  the program asks for {step.function_name}{step.args} {step.kwargs or ''}".rstrip())
        answer = tools[step.function_name](*step.args, **step.kwargs)
        step = step.resume(return_value=answer)
    assert isinstance(step, ringfence.MontyComplete)
    print("result:", step.output)
    meters = step.meters
    print(f"{meters.instructions} instructions, {meters.peak_memory_bytes} bytes at most, "
          f"{sum(meters.host_calls.values())} host calls")


if __name__ == "__main__":
    main()
