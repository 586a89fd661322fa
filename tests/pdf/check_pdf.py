"""check_pdf.py VIVA VIVA_PDF BANK...: makes PDFs of each bank, of every kind and for both papers, and looks at
them with programs that had no part in making them: qpdf and poppler's. Says what is wrong; exit 1 if anything.
"""

import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

KINDS = ["study", "questions", "answers", "interviewer", "cards", "night-before"]
IN_COLUMNS = ["study", "answers", "cards", "night-before"]
PAPERS = {"a4": "595.276 x 841.89 pts (A4)", "letter": "612 x 792 pts (letter)"}
TOOLS = ["qpdf", "pdfinfo", "pdftotext", "pdffonts"]

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")
    print(f"FAULT {where}: {what}", flush=True)


def run(*command, data=None, env=None):
    done = subprocess.run(command, input=data, capture_output=True, env=env)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def sheet_of(viva, bank, kind, folder):
    """The sheet's JSON, as viva makes it."""
    code, out, err = run(viva, "--bank", bank, "--history", f"{folder}/history.db", "sheet", "--kind", kind,
                         "--format", "json")
    if code != 0:
        sys.exit(f"viva sheet --kind {kind} of {bank} failed:\n{err}")
    return json.loads(out)


def after_a_week(night, study):
    """A night-before sheet as a history gives it: some questions, each with the points missed."""
    sheet = copy.deepcopy(night)
    items = [item for section in study["sections"] for item in section["items"]][:6]
    for item in items:
        item.update(record="Hard 3 days ago · 2 of 7 points", missed=item["points"][:4], label="", hint="",
                    points=[], pitfalls=[])
        item["prompt"] = item["prompt"][:120]
    sheet["sections"] = [{"name": "Look at these once more", "items": items}]
    return sheet


def pdf_of(viva_pdf, sheet, paper, where):
    """The PDF's bytes; made twice, as different users on different days would."""
    data = json.dumps(sheet).encode()
    versions = []
    for settings in ({"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PAGER": "cat"}):
        code, out, err = run(viva_pdf, "--paper", paper, data=data, env={**os.environ, **settings})
        if code != 0 or err:
            fault(where, f"exit {code}: {err}")
        versions.append(out)
    if versions[0] != versions[1]:
        fault(where, "the same sheet gave different bytes")
    return versions[0]


def squeezed(text):
    """Without what only lays text out: spaces, marks of direction, and hyphens, which pdftotext drops at the end
    of a line; and without emoji, which are pictures in a PDF."""
    text = unicodedata.normalize("NFKC", text).replace("-", "")
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "So")
                   and c != "\ufe0f")


def is_simple(text):
    """Does it read from left to right, without marks, emoji and Markdown, so that it comes back in one piece?"""
    return not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") or unicodedata.category(c)[0] == "M"
                   or unicodedata.category(c) == "So" or c in "`*_#>[\n" for c in text)


def words_of(prompt):
    """Those that every reader of PDFs gives back: of letters that stand side by side. The language of code is not
    shown."""
    shown = re.sub(r"^```.*$", "", prompt, flags=re.M)
    words = (word.strip(".,;:?!()") for word in unicodedata.normalize("NFKC", shown).split())
    return {word for word in words if word.isalnum()}


def check_text(path, sheet, where, *options, in_order=True):
    code, out, err = run("pdftotext", *options, path, "-")
    text = squeezed(out.decode())
    at = 0
    for section in sheet["sections"]:
        for item in section["items"]:
            prompt = squeezed(item["prompt"])
            if not is_simple(prompt):
                missing = {word for word in words_of(item["prompt"]) if word not in text}
                if missing:
                    fault(where, f"question {item['number']} lacks {sorted(missing)}")
                continue
            found = text.find(prompt, at if in_order else 0)
            if found < 0:
                fault(where, f"question {item['number']} is not in the text where it should be: {item['prompt']}")
            else:
                at = found + len(prompt)


def check_info(path, sheet, paper, where):
    code, out, err = run("pdfinfo", "-isodates", path)
    info = dict(re.findall(r"^([^:\n]+): +(.*)$", out.decode(), re.M))
    if err:
        fault(where, f"pdfinfo: {err}")
    expected = {"Title": f"{sheet['title']} · {sheet['subtitle']}", "Page size": PAPERS[paper], "Creator": "viva", "Tagged": "yes",
                "CreationDate": sheet["day"] + "T00:00:00Z", "JavaScript": "no", "Encrypted": "no"}
    for key, value in expected.items():
        if info.get(key) != value:
            fault(where, f"{key} is {info.get(key)!r}, not {value!r}")
    if "Author" in info:
        fault(where, "it has an author")
    if sheet["kind"] == "night-before" and info.get("Pages") != "1":
        fault(where, f"the night before takes {info.get('Pages')} pages")


def check_fonts(path, where):
    code, out, err = run("pdffonts", path)
    for line in out.decode().splitlines()[2:]:
        embedded, subset = line.split()[-5:-3]
        if embedded != "yes" or (subset != "yes" and "Type 3" not in line):
            fault(where, f"a font is not embedded as a subset: {line}")


def check_outline(path, sheet, where):
    code, out, err = run("qpdf", "--json", "--json-key=outlines", path)
    entries = json.loads(out)["outlines"]
    questions = [kid for entry in entries for kid in entry["kids"]]
    if any(not section["name"] for section in sheet["sections"]):
        questions = entries
    items = [item for section in sheet["sections"] for item in section["items"]]
    if len(questions) != len(items):
        fault(where, f"the outline has {len(questions)} questions of {len(items)}")
    if any(entry["destpageposfrom1"] is None for entry in entries + questions):
        fault(where, "the outline leads nowhere")


def check(viva_pdf, sheet, paper, where, folder, simple):
    path = f"{folder}/sheet.pdf"
    with open(path, "wb") as file:
        file.write(pdf_of(viva_pdf, sheet, paper, where))
    code, out, err = run("qpdf", "--check", path)
    if code != 0:
        fault(where, f"qpdf: {err}")
        return
    check_info(path, sheet, paper, where)
    check_fonts(path, where)
    check_outline(path, sheet, where)
    check_text(path, sheet, where, "-raw")
    if simple:  # as pdftotext itself thinks that the page is read; of two columns it often takes the second first
        check_text(path, sheet, where + ", layout analysed", in_order=sheet["kind"] not in IN_COLUMNS)


def check_found(viva, bank, folder):
    """viva runs the viva-pdf beside it."""
    path = f"{folder}/whole.pdf"
    code, out, err = run(viva, "--bank", bank, "sheet", "--paper", "a4", "-o", path)
    if code != 0 or run("qpdf", "--check", path)[0] != 0:
        fault("viva sheet -o whole.pdf", f"exit {code}: {err}")


def check_without_fonts(viva_pdf, sheet, folder):
    config = f"{folder}/fonts.conf"
    with open(config, "w") as file:
        file.write(f"<fontconfig><dir>{folder}/none</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    code, out, err = run(viva_pdf, data=json.dumps(sheet).encode(), env={**os.environ, "FONTCONFIG_FILE": config})
    if (code, out) != (1, b"") or "no font is installed" not in err:
        fault("without fonts", f"exit {code}, {len(out)} bytes: {err}")


def check_few_fonts(viva_pdf, folder):
    """With no font but DejaVu Sans, a script that it lacks is named once."""
    code, out, err = run("fc-list", ":family=DejaVu Sans:style=Book", "file")
    files = [line.split(":")[0] for line in out.decode().splitlines()]
    if not files:
        print("DejaVu Sans is not installed: not checked what is said of scripts without a font", flush=True)
        return
    os.mkdir(f"{folder}/few")
    shutil.copy(files[0], f"{folder}/few")
    config = f"{folder}/few.conf"
    with open(config, "w") as file:
        file.write(f"<fontconfig><dir>{folder}/few</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    item = {"number": 1, "bank": "b", "id": "i", "tier": "", "topic_id": "", "label": "", "prompt": "ខ្មែរ",
            "record": "", "missed": [], "hint": "ខ្មែរ, ไทย", "points": [], "pitfalls": [], "follow_ups": [],
            "answer": "`ខ្មែរ` plain", "references": [], "space": 0}
    sheet = {"format": "viva-sheet", "version": 1, "kind": "study", "title": "T", "subtitle": "S",
             "day": "2026-11-22", "date": "D", "selection": "S", "notes": [], "marks": [], "ticks": False,
             "sections": [{"name": "", "items": [item]}]}
    code, out, err = run(viva_pdf, data=json.dumps(sheet).encode(), env={**os.environ, "FONTCONFIG_FILE": config})
    expected = ["viva-pdf: no font here covers Khmer; install one, such as Noto Sans Khmer",
                "viva-pdf: no font here covers Thai; install one, such as Noto Sans Thai"]
    if code != 0 or not out or err.splitlines() != expected:
        fault("few fonts", f"exit {code}, {len(out)} bytes: {err}")


def many(sheet, count):
    """The sheet with so many questions."""
    sheet = copy.deepcopy(sheet)
    items = [item for section in sheet["sections"] for item in section["items"]]
    sheet["sections"] = [{"name": "Many", "items": [{**items[i % len(items)], "number": i + 1}
                                                    for i in range(count)]}]
    return sheet


def main(viva, viva_pdf, banks):
    absent = [tool for tool in TOOLS if not shutil.which(tool)]
    if absent:
        sys.exit(f"check_pdf.py needs {', '.join(absent)}; script/setup check installs them")
    with tempfile.TemporaryDirectory() as folder:
        for bank in banks:
            sheets = {kind: sheet_of(viva, bank, kind, folder) for kind in KINDS}
            sheets["night-before"] = after_a_week(sheets["night-before"], sheets["study"])
            for kind, sheet in sheets.items():
                for paper in PAPERS:
                    where = f"{os.path.basename(bank)}, {kind}, {paper}"
                    print(where, flush=True)
                    check(viva_pdf, sheet, paper, where, folder, simple="hostile" not in bank)
        check_found(viva, banks[0], folder)
        study = sheet_of(viva, banks[0], "study", folder)
        check_without_fonts(viva_pdf, study, folder)
        check_few_fonts(viva_pdf, folder)
        print("2,000 questions", flush=True)
        check(viva_pdf, many(study, 2000), "a4", "2,000 questions", folder, simple=False)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
