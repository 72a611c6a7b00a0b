"""A reader process that behaves like a parser that a malicious document controls; run by tests."""

import os
import signal
import socket
import sys
from pathlib import Path

from alcove.documents.process.answers import send_documents, send_error
from alcove.errors import ReadError, Reason
from alcove.records import Document
from alcove.sandbox.channel import SocketChannel, receive_json, send_json
from alcove.sandbox.child_main import send_ready


def main(behaviour: str, scratch: str) -> None:
    channel = SocketChannel(socket.socket(fileno=0))
    if behaviour == "die early":
        os.abort()
    send_ready(channel)
    while True:
        receive_json(channel, 1 << 12)
        channel.receive_file().close()
        if behaviour == "hang" or (behaviour == "hang once" and not Path(scratch).exists()):
            Path(scratch).touch()
            signal.pause()
        elif behaviour == "die" or (behaviour == "die once" and not Path(scratch).exists()):
            Path(scratch).touch()
            os.abort()
        elif behaviour == "resign":
            send_error(channel, ReadError(Reason.DAMAGED, f"read by {os.getpid()}"), last=True)
            return
        elif behaviour == "shout":
            channel.write((0xFFFFFFFF).to_bytes(4, "big"))
        elif behaviour == "lie":
            send_json(channel, {"documents": 10**9})
        else:
            send_documents(channel, [Document(f"read by {os.getpid()}")])


main(sys.argv[1], sys.argv[2])
