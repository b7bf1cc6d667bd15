employees = []
names = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Tony', 'Leslie']
departments = ['sales', 'engineering', 'support', 'legal']
for i in range(4_000):
    employees.append({
        'id': i,
        'name': names[i % 8] + ' ' + str(i),
        'department': departments[(i * 7) % 4],
        'expenses': [{'amount': (i * j * 37) % 500 + 0.5, 'category': 'travel' if j % 2 else 'meals'}
                     for j in range(6)],
    })

totals = {}
over_budget = []
for person in employees:
    spent = sum(e['amount'] for e in person['expenses'] if e['category'] == 'travel')
    department = person['department']
    if department not in totals:
        totals[department] = {'count': 0, 'total': 0.0, 'worst': None}
    entry = totals[department]
    entry['count'] += 1
    entry['total'] += spent
    if entry['worst'] is None or spent > entry['worst'][1]:
        entry['worst'] = (person['name'], spent)
    if spent > 1000:
        over_budget.append((person['name'], spent))

for department in sorted(totals):
    entry = totals[department]
    name, spent = entry['worst']
    print(f"{department:<12} {entry['count']:>5} {entry['total'] / entry['count']:>10.2f}  {name} ({spent})")
print(len(over_budget), sorted(over_budget, key=lambda p: (-p[1], p[0]))[:3])
