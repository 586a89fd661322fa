#!/usr/bin/env python3
"""Checks banks against data/bank.schema.json with a validator that shares nothing with viva.

    schema_check.py SCHEMA BANK...            every bank must be valid
    schema_check.py SCHEMA --refuse BANK...   no bank may be valid

Exits with 0 if that is so, else with 1 and says why. The first thing checked is the schema itself.
"""
import json
import os
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    # The first python3 may be one that knows nothing of the system's packages.
    system_python = "/usr/bin/python3"
    if os.path.exists(system_python) and os.path.realpath(sys.executable) != os.path.realpath(system_python):
        os.execv(system_python, [system_python, *sys.argv])
    sys.exit(
        "schema_check: python3 has no module jsonschema (4.0 or later).\n"
        "Install it: python3-jsonschema (Debian, Ubuntu, Fedora), python-jsonschema (Arch), "
        "or pip install jsonschema."
    )


def no_constants(name):
    raise ValueError(f"{name} is not JSON")


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    repeated = {key for key in keys if keys.count(key) > 1 and key != "$comment"}
    if repeated:
        raise ValueError(f"duplicate key {', '.join(sorted(repeated))}")
    return dict(pairs)


def faults(validator, path):
    """What is wrong with the bank in `path`, a line each."""
    try:
        with open(path, encoding="utf-8") as file:
            bank = json.load(file, parse_constant=no_constants, object_pairs_hook=unique_keys)
    except (OSError, ValueError) as fault:
        return [f"{path}: {fault}"]
    return [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(bank)]


def main(arguments):
    refuse = "--refuse" in arguments
    schema_path, *banks = [argument for argument in arguments if argument != "--refuse"]
    if not banks:
        sys.exit(__doc__)
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    failed = False
    for path in banks:
        found = faults(validator, path)
        if refuse and not found:
            print(f"{path}: accepted, though it is broken")
        elif not refuse and found:
            print("\n".join(found))
        failed = failed or bool(found) != refuse
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
