"""check.py VIVA BANK... [--out FOLDER]: the sheets and statistics viva writes as HTML, opened in Chromium: what
is in a sheet's page is what is in the sheet, nothing is asked for, nothing is complained of, it prints to the
pages expected, and axe finds no fault. Leaves screenshots and PDF in FOLDER. Fails, rather than skips, without Chromium."""

import argparse
import base64
import datetime
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys

from browser import Browser

KINDS = ["study", "questions", "answers", "interviewer", "cards", "night-before"]
SCREENS = [(1280, 900, False), (390, 844, True)]
PAPERS = {"a4": (8.27, 11.69), "letter": (8.5, 11)}

# Pages a question takes at most and at least; fonts differ from machine to machine.
PAGES = {"study": (0.2, 1), "questions": (0.3, 1), "answers": (0.3, 2), "interviewer": (0.3, 1.2),
         "cards": (0.2, 1)}

READ = """(() => {
  const texts = (root, selector) => [...root.querySelectorAll(selector)].map(one => one.innerText.trim());
  const all = [...document.querySelectorAll('article')];
  for (const one of document.querySelectorAll('details')) one.open = true;
  return {
    items: all.map(one => ({
      prompt: [...one.querySelectorAll('h3 span:nth-child(2), .lead .text')].map(part => part.textContent).join(' '),
      points: [...one.querySelectorAll('.points > li')].map(li => li.textContent),
      pitfalls: [...one.querySelectorAll('.pitfalls > li')].map(li => li.textContent),
      follow_ups: [...one.querySelectorAll('.follow-ups > li')].map(li => li.textContent),
      missed: [...one.querySelectorAll('.missed > li')].map(li => li.textContent),
      links: [...one.querySelectorAll('a')].map(a => a.getAttribute('href')),
      references: [...one.querySelectorAll('.references a')].map(a => a.getAttribute('href')),
      marks: one.querySelectorAll('input[type=radio]').length,
      space: one.querySelectorAll('.space i').length,
    })),
    title: document.querySelector('h1').textContent,
    contents: texts(document, 'nav li a'),
    parts: texts(document, 'nav .part'),
    mixed: [...document.querySelectorAll('pre, code')].filter(one => one.dir !== 'ltr' && one.parentElement.dir !== 'ltr')
               .length,
    cut: [...document.querySelectorAll('pre, blockquote, li')].filter(
             one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length,
    tags: [...new Set([...document.querySelectorAll('*')].map(one => one.localName))],
    handlers: [...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())
                  .filter(name => name.startsWith('on') || name === 'style' || name === 'src'),
    targets: [...document.querySelectorAll('nav a, .skip')].filter(a => !document.querySelector(a.hash)).length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    landmarks: texts(document, 'header, nav, main, footer').length,
  };
})()"""

TAGS = set("html head meta title style body a header p h1 h2 h3 h4 main footer nav details summary div ol ul li span "
           "section article br label input fieldset legend i pre code em strong ol blockquote hr".split())


def flat(text):
    return text.replace("\n", "")


def letters(text):
    return re.sub(r"[\W\d_]", "", text)


def said(markdown):
    """The letters that a reader of a text sees, whatever its marks."""
    text = re.sub(r"(?m)^(\s*)(```|~~~)[ ]*\S*$", "", markdown)
    text = re.sub(r"\]\(https?:[^)]*\)", "]", text)
    return letters(html.unescape(text))


def check_content(page, sheet):
    items = [item for section in sheet["sections"] for item in section["items"]]
    assert len(page["items"]) == len(items), "questions are missing"
    assert page["title"] == flat(sheet["title"])
    for shown, item in zip(page["items"], items):
        assert letters(shown["prompt"]) == said(item["prompt"]), shown
        for part in ("points", "pitfalls", "follow_ups", "missed"):
            assert [letters(text) for text in shown[part]] == [said(text) for text in item[part]], shown
        assert shown["references"] == [reference["url"] for reference in item["references"]], shown
        assert all(re.match("https?://", link) for link in shown["links"]), shown
        assert shown["marks"] == len(sheet["marks"]) and shown["space"] == item["space"], shown
    assert set(page["tags"]) <= TAGS, set(page["tags"]) - TAGS
    assert not page["handlers"], page["handlers"]
    assert page["targets"] == 0, "the contents lead nowhere"
    if len(items) > 1:
        assert len(page["contents"]) == len(items), "the contents are not whole"
        assert all(page["contents"]), "a question has no name in the contents"
        assert page["parts"] == [flat(section["name"]) for section in sheet["sections"] if section["name"]]
    assert page["mixed"] == 0, "code that is not from left to right"
    assert page["cut"] == 0, "a text is wider than the page"
    assert page["landmarks"] >= 3


def check_quiet(browser, path):
    asked = [event["params"]["request"]["url"] for event in browser.events
             if event.get("method") == "Network.requestWillBeSent"]
    assert asked == [f"file://{path}"], asked
    complaints = [event for event in browser.events
                  if event.get("method") in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")]
    assert not complaints, complaints


def check_axe(browser, axe):
    browser.evaluate(axe + "; true")
    found = browser.evaluate("axe.run().then(result => result.violations.map(one => "
                             "one.id + ': ' + one.help + ' ' + one.nodes.map(n => n.html).slice(0, 3)))")
    assert not found, found


def take_screenshot(browser, file):
    shot = browser.call("Page.captureScreenshot", format="png")
    file.write_bytes(base64.b64decode(shot["data"]))


def print_pages(browser, file, paper):
    width, height = PAPERS[paper]
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    pdf = base64.b64decode(browser.call("Page.printToPDF", paperWidth=width, paperHeight=height)["data"])
    file.write_bytes(pdf)
    assert pdf.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def check_pages(kind, items, pages):
    if kind == "night-before" or items == 0:
        assert pages == 1, f"{kind}: {pages} pages, not 1"
        return
    least, most = PAGES[kind]
    assert least * items - 1 <= pages <= most * items + 1, f"{kind}: {pages} pages for {items} questions"


def squeezed(text):
    return re.sub(r"[\s-]", "", text)


def check_breaks(file, sheet):
    """On paper no question is parted from its first lines: on the page of its prompt there is more of it."""
    run = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True)
    pages = [squeezed(page) for page in run.stdout.split("\f")]
    around = re.compile(re.escape(squeezed(sheet["title"])) + r"|\d+/\d+")
    for section in sheet["sections"]:
        for item in section["items"]:
            if not (item["hint"] or item["points"] or item["missed"]):
                continue
            prompt, label = squeezed(item["prompt"]), squeezed(item["label"])
            holding = [page for page in pages if prompt in page]
            assert holding, f"a page's end divides the prompt: {item['prompt']}"
            rest = around.sub("", holding[0].split(prompt, 1)[1]).removeprefix(label)
            assert rest, f"the prompt stands alone at the end of a page: {item['prompt']}"


def write_history(viva, bank, file):
    """Answers to the bank's questions, some good and some bad."""
    for day, answer in enumerate(["\n1 2\n\n", "\nnone\n\n", "\nall\n4\n", "\n1\n1\n"]):
        subprocess.run([viva, "drill", "--bank", bank, "--history", file, "--new", "--count", "5"],
                       input=answer * 8, text=True, capture_output=True,
                       env={"VIVA_NOW": f"2026-11-{16 + day}T18:00:00Z", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})


def write_long_history(viva, bank, file):
    """Half a year of answers, and rounds."""
    env = lambda day: {"VIVA_NOW": f"{day}T18:00:00Z", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
    run = lambda day, *words, typed="": subprocess.run([viva, *words, "--history", file], input=typed, text=True,
                                                       capture_output=True, env=env(day))
    questions = json.loads(pathlib.Path(bank).read_text())
    today, lines = datetime.date(2026, 11, 22), [{"viva": "history", "format": 4}]
    for age in range(181, -1, -1):
        day = today - datetime.timedelta(days=age)
        for number in range(0 if age % 3 == 1 else (age * 7) % 11):
            item = questions["items"][(age + number * 3) % len(questions["items"])]
            asked = [point["id"] if isinstance(point, dict) else point for point in item.get("points", [])]
            made = [i + 1 for i in range(len(asked)) if (age + number + i) % 4]
            lines.append({"id": f"{len(lines):032x}", "bank": questions["id"], "item": item["id"],
                          "at": f"{day}T18:{number:02d}:00.000Z", "day": str(day), "rating": 1 + (age + number) % 4,
                          "ticked": made, "points": len(asked), "seconds": 60 + 37 * number, "mode": "drill",
                          "asked": asked})
    export = pathlib.Path(file).with_suffix(".jsonl")
    export.write_text("".join(json.dumps(line) + "\n" for line in lines))
    imported = run(today, "history", "import", export)
    assert imported.returncode == 0, imported.stderr
    for age in range(100, 0, -5):
        for preset in questions.get("rounds", [])[:1]:
            count = sum(preset["draw"].values())
            run(today - datetime.timedelta(days=age), "mock", preset["id"], "--bank", bank,
                typed="\n" + f"said\n.\nmore\n.\n{1 + age % 4}\n" * count + f"1 2 3\n{1 + age // 5 % 4}\n" * count)


def check_sheet(browser, axe, viva, bank, kind, history, out):
    name = f"{pathlib.Path(bank).stem}-{kind}"
    sheet_of = lambda *rest: subprocess.run(
        [viva, "sheet", "--bank", bank, "--kind", kind, "--history", history, *rest], check=True, capture_output=True,
        env={"VIVA_NOW": "2026-11-22T18:00:00Z", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}).stdout
    path = (out / f"{name}.html").resolve()
    path.write_bytes(sheet_of("--format", "html"))
    sheet = json.loads(sheet_of("--format", "json"))
    items = sum(len(section["items"]) for section in sheet["sections"])
    for width, height, dark in SCREENS:
        browser.show(width, height, dark)
        browser.open(path)
        take_screenshot(browser, out / f"{name}-{width}{'-dark' if dark else ''}.png")
        page = browser.evaluate(READ)
        check_content(page, sheet)
        assert page["wide"] <= 0, f"{name}: {page['wide']} pixels too wide at {width}"
        check_axe(browser, axe)
        check_quiet(browser, path)
    browser.open(path)  # as it is opened, with nothing unfolded
    pages = {paper: print_pages(browser, out / f"{name}-{paper}.pdf", paper) for paper in PAPERS}
    for paper, count in pages.items():
        check_pages(kind, items, count)
        if "hostile" not in name and "texts" not in name:  # whose text does not come back out of a PDF
            check_breaks(out / f"{name}-{paper}.pdf", sheet)
    print(f"{name}: {items} questions, {pages['a4']} pages of A4, {pages['letter']} of Letter", flush=True)


# Labels that leave the page or their chart, lie over another, or are too small; a calendar whose end is out of view.
LABELS = """(() => {
  const page = document.documentElement.clientWidth, faults = [];
  const box = one => one.getBoundingClientRect();
  const seen = one => box(one).width > 0;
  for (const chart of document.querySelectorAll('[role=img]')) {
    const labels = [...chart.querySelectorAll('text, span')].filter(seen);
    labels.forEach((one, i) => {
      const {left, right, top, bottom, height} = box(one);
      if (left < 0 || right > page || right > box(chart).right + 1) faults.push('beyond: ' + one.textContent);
      if (parseFloat(getComputedStyle(one).fontSize) * (chart.getScreenCTM ? chart.getScreenCTM().a : 1) < 11)
        faults.push('small: ' + one.textContent);
      for (const other of labels.slice(i + 1)) {
        const it = box(other);
        if (it.left < right - 1 && left < it.right - 1 && it.top < bottom - 1 && top < it.bottom - 1)
          faults.push('over each other: ' + one.textContent + ' / ' + other.textContent);
      }
    });
    for (const one of chart.querySelectorAll('rect, circle'))
      if (box(one).right > page) faults.push('out of view: ' + one.textContent);
  }
  return faults;
})()"""


def check_stats(browser, axe, viva, bank, out):
    name = f"{pathlib.Path(bank).stem}-stats"
    history = str(out / f"{name}.db")
    pathlib.Path(history).unlink(missing_ok=True)
    write_long_history(viva, bank, history)
    path = (out / f"{name}.html").resolve()
    subprocess.run([viva, "stats", "--bank", bank, "--history", history, "--html", path, "--force"], check=True,
                   capture_output=True,
                   env={"VIVA_NOW": "2026-11-22T18:00:00Z", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
    for width, height, dark in SCREENS:
        browser.show(width, height, dark)
        browser.open(path)
        take_screenshot(browser, out / f"{name}-{width}{'-dark' if dark else ''}.png")
        assert browser.evaluate("document.querySelectorAll('[role=img]').length") >= 3, "charts are missing"
        faults = browser.evaluate(LABELS)
        assert not faults, f"{name} at {width}: {faults[:5]}"
        assert browser.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (
            f"{name}: too wide at {width}")
        browser.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        check_axe(browser, axe)
        check_quiet(browser, path)
    print(f"{name}: looked at", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("viva")
    parser.add_argument("bank", nargs="+")
    parser.add_argument("--axe", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("check.py: there is no Chromium here, so no page was looked at; `script/setup check` installs it")
    axe = pathlib.Path(arguments.axe).read_text()
    arguments.out.mkdir(parents=True, exist_ok=True)
    browser = Browser(chromium)
    try:
        for bank in arguments.bank:
            history = str(arguments.out / f"{pathlib.Path(bank).stem}.db")
            pathlib.Path(history).unlink(missing_ok=True)
            write_history(arguments.viva, bank, history)
            for kind in KINDS:
                check_sheet(browser, axe, arguments.viva, bank, kind, history, arguments.out)
            check_stats(browser, axe, arguments.viva, bank, arguments.out)
    finally:
        browser.close()


if __name__ == "__main__":
    main()
