class ConfigError(Exception):
    pass


settings = {"port": "80"}


def read(key):
    try:
        return settings[key]
    except KeyError as error:
        raise ConfigError(f"missing setting {key!r}") from error


def main():
    print(read("port"))
    read("host")


main()
