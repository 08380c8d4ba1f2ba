"""Reading of Chinese official texts: files to documents with addressed provisions, and what can be done
with those.

Nothing here knows a database or the web. `read_document` is the way in; `summary_line` speaks for `flask
rules import`.
"""
