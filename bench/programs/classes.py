class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Particle:
    def __init__(self, position, velocity):
        self.position = position
        self.velocity = velocity
        self.steps = 0

    def step(self):
        self.position = self.position.add(self.velocity)
        self.steps += 1


particles = [Particle(Vector(i, -i), Vector(1, 2)) for i in range(200)]
for _ in range(200):
    for p in particles:
        p.step()
print(sum(p.position.dot(p.velocity) for p in particles), particles[7].steps)
