class Event:
    def __init__(self, at, name, action):
        self.at, self.name, self.action = at, name, action

    def __lt__(self, other):
        return (self.at, self.name) < (other.at, other.name)


class Simulation:
    def __init__(self):
        self.now, self.events, self.log = 0, [], []

    def after(self, delay, name, action):
        self.events.append(Event(self.now + delay, name, action))
        self.events.sort(reverse=True)

    def run(self, until):
        while self.events and self.events[-1].at <= until:
            event = self.events.pop()
            self.now = event.at
            event.action(event)
        return self


class Shop:
    def __init__(self, simulation, clerks):
        self.simulation, self.free, self.waiting, self.served = simulation, clerks, [], 0

    def arrive(self, event):
        self.waiting.append((event.name, self.simulation.now))
        self.serve()

    def serve(self):
        while self.free and self.waiting:
            name, since = self.waiting.pop(0)
            self.free -= 1
            self.simulation.log.append(f"{self.simulation.now:>4} {name} waited {self.simulation.now - since}")
            self.simulation.after(7, f"{name}-leaves", self.leave)

    def leave(self, event):
        self.free += 1
        self.served += 1
        self.serve()


sim = Simulation()
shop = Shop(sim, 2)
for i, delay in enumerate((0, 1, 2, 3, 20, 21, 22)):
    sim.after(delay, f"customer{i}", shop.arrive)
sim.run(until=40)
print("\n".join(sim.log))
print(shop.served, shop.free, sim.now, len(sim.events))


class Elevator:
    def __init__(self, floors):
        self.floor, self.floors, self.calls = 0, floors, set()

    def call(self, *floors):
        if bad := [f for f in floors if not 0 <= f < self.floors]:
            raise ValueError(f"no such floor: {bad}")
        self.calls.update(floors)

    def __iter__(self):
        while self.calls:
            target = min(self.calls, key=lambda f: (abs(f - self.floor), f))
            self.floor += (target > self.floor) - (target < self.floor)
            if self.floor in self.calls:
                self.calls.discard(self.floor)
                yield f"open {self.floor}"
            else:
                yield f"pass {self.floor}"


lift = Elevator(10)
lift.call(3, 1, 7)
print(list(lift))
try:
    lift.call(5, 12, -1)
except ValueError as error:
    print(error)
