"""People: who somebody is, whatever they do here. Accounts, officers and experts point at a person."""
