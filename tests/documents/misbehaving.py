"""A reader process that does what a parser taken over by a document could do; run by tests."""

import os
import signal
import socket
import sys
from pathlib import Path

from alcove.documents.answers import send_documents
from alcove.documents.channel import SocketChannel, receive_json, send_json
from alcove.index.records import Document


def main(behaviour: str, scratch: str) -> None:
    channel = SocketChannel(socket.socket(fileno=0))
    while True:
        receive_json(channel, 1 << 12)
        channel.receive_file().close()
        if behaviour == "hang":
            signal.pause()
        elif behaviour == "die" or (behaviour == "die once" and not Path(scratch).exists()):
            Path(scratch).touch()
            os.abort()
        elif behaviour == "shout":
            channel.write((0xFFFFFFFF).to_bytes(4, "big"))
        elif behaviour == "lie":
            send_json(channel, {"documents": 10**9})
        else:
            send_documents(channel, [Document(f"read by {os.getpid()}")])


main(sys.argv[1], sys.argv[2])
