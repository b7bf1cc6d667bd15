class Greeter:
    def greet(self, name, greeting):
        return f"{greeting} {name}"


print(Greeter().greet("a", "b"))
Greeter().greet("a")
