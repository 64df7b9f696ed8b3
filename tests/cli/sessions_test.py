#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sessions of the program at a terminal, written down and played again.

    sessions_test.py PROGRAM [SESSION...]

A session is a file sessions/NAME.session: what a person does, a line `----`, and what was on the screen.

    # What the session shows.
    size 80x24                        columns and rows; 100x40 unless given
    env LANG=lv_LV.UTF-8              an environment variable; PATH, TERM=xterm and TZ are set anyway
    copy tests/cli/facts/family.json  a file of the project, put into the folder the session runs in
    $ slieksnis ask gmi-benefit       the program with its words, quoted as for a shell
    type pensionārs                   waits for a prompt, types the text and Enter
    type                              Enter alone
    keys pensionā^?ārs^M              waits for a prompt and presses keys; ^M Enter, ^? backspace, ^C, ^D …
    wait Aprēķins                     waits until the text has come since the last keys
    hangup                            waits for a prompt and closes the terminal
    file case.json                    in the end: what the file holds, or that there is none
    files                             in the end: the names of all files in the folder

A prompt is a line of `> ` with nothing after it. On the screen, carriage returns before line feeds are left
out and other control characters are shown as ^[, ^G and so on. The last line says how the program ended.
The program runs in an empty folder in a terminal of its own. Nothing sleeps: each step waits for what it
needs and fails after 30 seconds. SLIEKSNIS_UPDATE=1 writes what came after `----`, and still fails once.
"""

import difflib
import fcntl
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds; only a broken program uses them up
PROMPT = re.compile(rb"(?:^|\n)> $")


class Broken(Exception):
    """The session cannot go on."""


class Terminal:
    """The program in a pseudo-terminal."""

    def __init__(self, words, size, environment, folder):
        self.output = b""
        self.mark = 0
        self.open = True
        self.child, self.master = pty.fork()
        if self.child == 0:
            try:
                columns, rows = size
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.chdir(folder)
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                signal.signal(signal.SIGHUP, signal.SIG_DFL)
                os.execve(words[0], words, environment)
            finally:
                os._exit(127)

    def read(self, until):
        """Reads until the condition on what came since the last keys holds; false at the end of the output."""
        end = time.monotonic() + PATIENCE
        while not until(self.output[self.mark :]):
            left = end - time.monotonic()
            if left <= 0:
                raise Broken("waited in vain")
            if not select.select([self.master], [], [], left)[0]:
                continue
            try:
                piece = os.read(self.master, 65536)
            except OSError:  # EIO: the program has closed its side
                piece = b""
            if not piece:
                return False
            self.output += piece
        return True

    def wait_for_prompt(self):
        if not self.read(lambda new: PROMPT.search(new.replace(b"\r\n", b"\n"))):
            raise Broken("the program ended before a prompt")

    def press(self, keys):
        self.mark = len(self.output)
        os.write(self.master, keys)

    def close(self):
        self.open = False
        os.close(self.master)

    def finish(self):
        """How the program ended."""
        if self.open:
            self.read(lambda new: False)
        end = time.monotonic() + PATIENCE
        while True:
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                break
            if time.monotonic() > end:
                self.kill()
                raise Broken("it did not end")
            select.select([], [], [], 0.002)
        if self.open:
            self.close()
        if os.WIFSIGNALED(status):
            return "ended by " + signal.Signals(os.WTERMSIG(status)).name
        return "exit " + str(os.WEXITSTATUS(status))

    def kill(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


def readable(output):
    text = output.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    return "".join(
        c if c == "\n" or c >= " " and c != "\x7f" else "^" + chr(ord(c) ^ 0x40) for c in text
    )


def keys_of(text):
    return re.sub(r"\^([?-_])", lambda found: chr(ord(found.group(1)) ^ 0x40), text).encode()


def play(script, program):
    """What is below `----` when the session is played."""
    size = (100, 40)
    environment = {name: os.environ[name] for name in ("PATH", "TZ", "LOCPATH") if name in os.environ}
    environment["TERM"] = "xterm"
    shown = []
    terminal = None
    with tempfile.TemporaryDirectory() as folder:
        try:
            for line in script:
                verb, _, rest = line.partition(" ")
                if not line.strip() or verb.startswith("#"):
                    continue
                if verb == "size":
                    size = tuple(int(number) for number in rest.split("x"))
                elif verb == "env":
                    name, _, value = rest.partition("=")
                    environment[name] = value
                elif verb == "copy":
                    shutil.copy(PROJECT / rest, folder)
                elif verb == "$":
                    words = shlex.split(rest)
                    if words[0] != "slieksnis":
                        raise Broken("not the program: " + words[0])
                    terminal = Terminal([program] + words[1:], size, environment, folder)
                elif verb == "type":
                    terminal.wait_for_prompt()
                    terminal.press(rest.encode() + b"\r")
                elif verb == "keys":
                    terminal.wait_for_prompt()
                    terminal.press(keys_of(rest))
                elif verb == "wait":
                    if not terminal.read(lambda new, text=rest: text.encode() in new):
                        raise Broken("the program ended without: " + rest)
                elif verb == "hangup":
                    terminal.wait_for_prompt()
                    terminal.close()
                elif verb in ("file", "files"):
                    shown.append((verb, rest))
                else:
                    raise Broken("unknown line: " + line)
            ended = terminal.finish()
        except Broken as broken:
            if terminal is None:
                raise
            if terminal.open:
                terminal.kill()
            return readable(terminal.output) + "\nBROKEN: " + str(broken) + " at: " + line + "\n"
        result = readable(terminal.output)
        if result and not result.endswith("\n"):
            result += "(no line end)\n"
        for verb, name in shown:
            if verb == "files":
                result += "files: " + ", ".join(sorted(os.listdir(folder))) + "\n"
                continue
            path = pathlib.Path(folder, name)
            result += "file " + name + ("\n" + path.read_text() if path.exists() else ": none\n")
        return result + ended + "\n"


def check(path, program):
    """Whether the session went as written."""
    text = path.read_text(encoding="utf-8")
    above, _, expected = text.partition("\n----\n")
    actual = play(above.splitlines(), program)
    if actual == expected and "BROKEN: " not in actual:
        return True
    if os.environ.get("SLIEKSNIS_UPDATE") == "1":
        path.write_text(above.rstrip("\n") + "\n----\n" + actual, encoding="utf-8")
        print("updated:", path.name)
    sys.stdout.writelines(
        difflib.unified_diff(
            expected.splitlines(True), actual.splitlines(True), str(path), "what came", n=2
        )
    )
    return False


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(__file__).resolve().parent / "sessions"
    paths = [pathlib.Path(name) for name in sys.argv[2:]] or sorted(folder.glob("*.session"))
    if not paths:
        sys.exit("no sessions")
    failed = [path.name for path in paths if not check(path, program)]
    print(len(paths), "sessions,", len(failed), "failed", *failed)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
