"""anki_check.py VIVA BANK...: what Anki would read from a sheet, by Python's own CSV and HTML readers, is what
the sheet's JSON says: the letters of every text, the code line by line, and links to the web alone."""

import csv
import html
import html.parser
import io
import json
import re
import subprocess
import sys


class Field(html.parser.HTMLParser):
    """The text, code and links of a field; tags and attributes that viva never writes are an error."""

    ALLOWED = {"p", "b", "ul", "ol", "li", "div", "br", "a", "pre", "code", "em", "strong", "blockquote", "hr"}
    ATTRIBUTES = {"href", "dir", "rel", "start", "class", "tabindex"}

    def __init__(self, field):
        super().__init__(convert_charrefs=True)
        self.text, self.codes, self.links, self.in_code = "", [], [], False
        self.feed(field)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag in self.ALLOWED, f"<{tag}>"
        assert {name for name, _ in attributes} <= self.ATTRIBUTES, attributes
        self.links += [value for name, value in attributes if name == "href"]
        if tag == "pre":
            self.codes.append("")
            self.in_code = True
        if tag == "br" and self.in_code:
            self.codes[-1] += "\n"

    def handle_endtag(self, tag):
        if tag == "pre":
            self.in_code = False

    def handle_data(self, data):
        self.text += data
        if self.in_code:
            self.codes[-1] += data

    def handle_comment(self, data):
        raise AssertionError(f"<!--{data}-->")


def letters(text):
    return re.sub(r"[\W\d_]", "", text)


def said(markdown):
    """The letters that a reader of a text sees, whatever its marks."""
    text = re.sub(r"(?m)^(\s*)(```|~~~)[ ]*\S*$", "", markdown)
    text = re.sub(r"\]\(https?:[^)]*\)", "]", text)
    return letters(html.unescape(text))


def codes_of(markdown):
    """The code of fenced blocks that are in no other block."""
    text = re.sub(r"\r\n?|\f|\u2028", "\n", markdown)
    return re.findall(r"(?ms)^```\w*\n(.*?^)```$", text)


def back_of(item):
    parts = [("Missed", item["missed"]), ("Hint", [item["hint"]]), ("Points", item["points"]),
             ("Pitfalls", item["pitfalls"]), ("Follow-ups", item["follow_ups"]), ("Answer", [item["answer"]])]
    texts = [text for _, part in parts for text in part]
    shown = "".join(letters(heading) + "".join(map(said, part)) for heading, part in parts if any(part))
    titles = [letters(reference["title"]) for reference in item["references"]]
    return texts, shown + ("References" + "".join(titles) if titles else "")


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
        texts, shown = back_of(item)
        assert letters(Field(front).text) == said(item["prompt"]), front
        assert letters(Field(back).text) == shown, back
        codes = Field(front).codes + Field(back).codes
        for code in [code for text in [item["prompt"], *texts] for code in codes_of(text)]:
            assert code in codes, (code, codes)
        links = Field(front).links + Field(back).links
        assert all(re.match("https?://", link) for link in links), links
        assert links[len(links) - len(item["references"]):] == [one["url"] for one in item["references"]]
        assert tags == item["topic_id"] and " " not in tags
        for field in (front, back):
            assert not re.search(r"[{\[\\\n]", field), field
    return len(rows)


if __name__ == "__main__":
    for name in sys.argv[2:]:
        print(f"{name}: {check(sys.argv[1], name)} notes as they should be")
