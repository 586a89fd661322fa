"""schema_check.py SCHEMA accepts|refuses BANK...: an independent validator's opinion of banks.

Exits 0 where it accepts (or refuses) every bank, 1 otherwise, and says which and why. Another Python on this
machine is tried where the one that runs this has no jsonschema; where none has, the check fails.
"""
import json
import os
import shutil
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    others = [p for p in ("/usr/bin/python3", shutil.which("python3")) if p and os.path.exists(p)]
    tried = os.environ.get("SCHEMA_CHECK_TRIED", "").split(":")
    for python in others:
        if python not in tried:
            os.environ["SCHEMA_CHECK_TRIED"] = ":".join([*tried, python])
            os.execv(python, [python, *sys.argv])
    sys.exit("no Python here has jsonschema: install python3-jsonschema (or pip install jsonschema)")


def faults(validator, path):
    with open(path, encoding="utf-8") as file:
        bank = json.load(file)
    return [f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(bank)]


def main():
    schema_path, verdict, *banks = sys.argv[1:]
    if verdict not in ("accepts", "refuses") or not banks:
        sys.exit(__doc__)
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = []
    for path in banks:
        found = faults(validator, path)
        if verdict == "accepts":
            wrong += found
        elif not found:
            wrong.append(f"{path}: accepted, though it is broken")
    print("\n".join(wrong) if wrong else f"{verdict} all {len(banks)}")
    sys.exit(1 if wrong else 0)


main()
