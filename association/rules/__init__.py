"""Common rules: documents, their editions and provisions. `reading` turns files into provisions and knows
no database."""
