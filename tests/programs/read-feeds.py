"""What feedparser reads of feeds, as JSON."""

import html
import json
import sys

import feedparser

read = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read())
    read.append(
        {
            "bozo": bool(feed.bozo),
            "version": feed.version,
            "ids": [entry.id for entry in feed.entries],
            # Titles are given back as HTML.
            "titles": [html.unescape(entry.title) for entry in feed.entries],
        }
    )
json.dump(read, sys.stdout)
