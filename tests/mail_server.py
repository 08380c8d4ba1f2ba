"""A mail server of the tests' own: real SMTP on a real socket, which fails when told to."""

import socketserver
import threading
from collections import Counter
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


class MailServer:
    """Keeps every message it has accepted. `fails` maps the number of a conversation's MAIL (from 1) to how it fails:
    "busy" (451), "no_mailbox" (550 5.1.1), "hangs_up" (before accepting), "dies_after" (accepts and hangs up unsaid)."""

    def __init__(
        self, *, fails: dict[int, str] | None = None, eight_bit: bool = True, utf8: bool = False
    ) -> None:
        self.fails, self.eight_bit, self.utf8 = fails or {}, eight_bit, utf8
        self.accepted: list[bytes] = []
        self.connections = self.mails = 0
        self._server = socketserver.ThreadingTCPServer(
            ("127.0.0.1", 0), self._handler(), bind_and_activate=True
        )
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> "MailServer":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self._server.server_address[1]}"

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=default) for raw in self.accepted]  # type: ignore[misc]

    @property
    def times_by_id(self) -> Counter[str]:
        return Counter(str(message["Message-ID"]) for message in self.messages)

    def _handler(self) -> type[socketserver.StreamRequestHandler]:
        outer = self

        class Conversation(socketserver.StreamRequestHandler):
            def say(self, line: str) -> None:
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self) -> None:
                outer.connections += 1
                self.say("220 mail.example")
                failing = ""
                while line := self.rfile.readline():
                    word = line[:4].upper()
                    if word == b"EHLO":
                        offers = ["mail.example", *["8BITMIME"] * outer.eight_bit, *["SMTPUTF8"] * outer.utf8]
                        for offer in offers:
                            self.say(f"250-{offer}")
                        self.say("250 HELP")
                    elif word == b"MAIL":
                        outer.mails += 1
                        failing = outer.fails.get(outer.mails, "")
                        self.say("451 4.3.0 busy" if failing == "busy" else "250 ok")
                    elif word == b"RCPT":
                        self.say("550 5.1.1 no such mailbox" if failing == "no_mailbox" else "250 ok")
                    elif word == b"DATA":
                        self.say("354 go on")
                        body = b""
                        while (part := self.rfile.readline()) not in (b".\r\n", b""):
                            body += part.removeprefix(b".")
                        if failing == "hangs_up" or not part:  # cut off before its end: never accepted
                            return
                        outer.accepted.append(body)
                        if failing == "dies_after":
                            return
                        self.say("250 accepted")
                    elif word == b"QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

        return Conversation
