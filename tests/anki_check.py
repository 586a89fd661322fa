"""anki_check.py VIVA BANK...: what Anki would read from a sheet, by Python's own CSV and HTML readers, is what
the sheet's JSON says."""

import csv
import html.parser
import io
import json
import re
import subprocess
import sys


class Text(html.parser.HTMLParser):
    """The text of a field, one line a block; tags that viva never writes are an error."""

    ALLOWED = {"p", "b", "ul", "li", "div", "br", "a"}

    def __init__(self, field):
        super().__init__(convert_charrefs=True)
        self.lines, self.links = [""], []
        self.feed(field)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag in self.ALLOWED, f"<{tag}>"
        assert [name for name, _ in attributes] == (["href"] if tag == "a" else []), attributes
        self.links += [value for _, value in attributes]
        if tag in {"p", "li", "div", "br"}:
            self.lines.append("")

    def handle_data(self, data):
        self.lines[-1] += data

    def handle_comment(self, data):
        raise AssertionError(f"<!--{data}-->")


def text_of(field):
    return [line for line in Text(field).lines if line]


def expected_back(item):
    lines = []
    for heading, part in [("Missed", item["missed"]), ("Hint", [item["hint"]]), ("Points", item["points"]),
                          ("Pitfalls", item["pitfalls"]), ("Follow-ups", item["follow_ups"]),
                          ("Answer", [item["answer"]]), ("References", [r["title"] for r in item["references"]])]:
        part = [text for text in part if text]
        if part:
            lines += [heading] + [line for text in part for line in text.split("\n") if line]
    return lines


def check(viva, bank):
    arguments = ["sheet", "--bank", bank, "--kind", "answers", "--format"]
    run = lambda form: subprocess.run([viva, *arguments, form], check=True, capture_output=True).stdout.decode()
    sheet, anki = json.loads(run("json")), run("anki")
    head = re.match(r"(#[^\n]*\n)*", anki).group()
    assert head == ("#separator:Tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n"
                    "#notetype:Basic\n"), head
    rows = list(csv.reader(io.StringIO(anki[len(head):], newline=""), delimiter="\t"))
    items = [item for section in sheet["sections"] for item in section["items"]]
    assert len(rows) == len(items) > 0
    assert len({row[0] for row in rows}) == len(rows), "a note's id is there twice"
    for row, item in zip(rows, items):
        guid, deck, front, back, tags = row
        assert guid == f"viva/{item['bank']}/{item['id']}", guid
        assert deck.count("::") == 1, deck
        assert text_of(front) == [line for line in item["prompt"].split("\n") if line], front
        assert text_of(back) == expected_back(item), back
        assert Text(back).links == [reference["url"] for reference in item["references"]]
        assert tags == item["topic_id"] and " " not in tags
        for field in (front, back):
            assert not re.search(r"[{\[\\]", field), field
    return len(rows)


if __name__ == "__main__":
    for name in sys.argv[2:]:
        print(f"{name}: {check(sys.argv[1], name)} notes as they should be")
