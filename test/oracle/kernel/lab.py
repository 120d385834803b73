# Owns the machine under test: a router in a network namespace of its own, real packets to, through and from it.
# Reads one JSON object from standard input and writes one: what iptables-save printed before the first packet and after
# each that asks for it, and the frames that left. Both namespaces have no name and end with this process, however it ends.
import ctypes
import json
import os
import socket
import struct
import subprocess
import sys

NEW_NETWORK = 0x40000000
EVERYTHING, MARKER = 0x0003, 0x88B5
OUTGOING = 4
# What the machine itself sends (answers, errors, neighbour discovery) goes no further, so that only the packets of
# the test are counted: they come from a socket that has an owner.
GUARD = "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -m owner ! --uid-owner 0 -j DROP\nCOMMIT\n"
libc = ctypes.CDLL(None, use_errno=True)


class Refused(Exception):
    """Something that has to work did not; the words say what."""


def check(result, what):
    if result != 0:
        raise Refused(f"{what}: {os.strerror(ctypes.get_errno())}")


def run(words, text=""):
    try:
        done = subprocess.run(words, input=text, capture_output=True, text=True)
    except FileNotFoundError:
        raise Refused(f"{words[0]} is not installed") from None
    if done.returncode != 0:
        raise Refused(f"{words[0]}: {' / '.join((done.stderr or done.stdout).split(chr(10))).strip(' /')}")
    return done.stdout


def write(settings):
    for name, value in settings.items():
        with open(f"/proc/sys/net/{name}", "w") as file:
            file.write(value)


def packet_socket(device, protocol):
    one = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    one.bind((device, protocol))
    one.settimeout(10)
    return one


def flush_connections():
    """Forgets all connections, as `conntrack -F` does: one netlink message without a filter."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as link:
        link.sendto(struct.pack("=IHHIIBBH", 20, 0x102, 5, 1, 0, 0, 0, 0), (0, 0))
        (error,) = struct.unpack_from("=i", link.recv(4096), 16)
        check(0 if error == 0 else 1, f"connections cannot be flushed ({-error})")


class Lab:
    def __init__(self, order):
        self.order = order
        devices = order["devices"]
        check(libc.unshare(NEW_NETWORK), "no network namespace")
        ends = os.open("/proc/self/ns/net", os.O_RDONLY)
        write({"ipv6/conf/all/disable_ipv6": "1", "ipv6/conf/default/disable_ipv6": "1"})
        check(libc.unshare(NEW_NETWORK), "no network namespace")
        box = os.open("/proc/self/ns/net", os.O_RDONLY)
        write(order["sysctl"])
        for name, mac in devices.items():
            peer = ["type", "veth", "peer", "name", name, "netns", f"/proc/{os.getpid()}/fd/{ends}"]
            # Without ARP the next hop needs no neighbour to be found.
            run(["ip", "link", "add", name, "address", mac, "arp", "off", *peer])
        check(libc.setns(ends, NEW_NETWORK), "setns")
        run(["ip", "-batch", "-"], "".join(f"link set {name} up\n" for name in devices))
        self.ends = {name: packet_socket(name, EVERYTHING) for name in devices}
        check(libc.setns(box, NEW_NETWORK), "setns")
        run(["ip", "-batch", "-"], order["setup"])
        self.marks = packet_socket(next(iter(devices)), MARKER)
        self.sender = self.raw_sender(order["family"])

    def raw_sender(self, family):
        kind = socket.AF_INET if family == 4 else socket.AF_INET6
        sender = socket.socket(kind, socket.SOCK_RAW, socket.IPPROTO_RAW)
        if family == 4:
            sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        return sender

    def settle(self):
        """Waits until all that was sent before has gone its way: twice, as the second round carries what left in the first."""
        name, end = next(iter(self.ends.items()))
        for _ in range(2):
            end.send(b"\xff" * 6 + b"\x02\0\0\0\0\x09" + struct.pack("!H", MARKER) + bytes(46))
            self.marks.recv(2048)

    def leaving(self):
        """The frames that came out since the last call."""
        kind = b"\x08\x00" if self.order["family"] == 4 else b"\x86\xdd"
        found = []
        for name, end in self.ends.items():
            end.setblocking(False)
            while True:
                try:
                    frame, address = end.recvfrom(65536)
                except BlockingIOError:
                    break
                if address[2] != OUTGOING and frame[12:14] == kind:
                    found.append([name, frame.hex()])
            end.settimeout(10)
        return found

    def load(self):
        if self.order["sets"]:
            run(["ipset", "restore"], self.order["sets"])
        run([self.order["restore"]], self.order["text"])
        run([self.order["guard"]], GUARD)
        if os.path.exists("/proc/sys/net/netfilter/nf_conntrack_tcp_loose"):
            write(self.order["tracking"])

    def send(self, packet):
        content = bytes.fromhex(packet["bytes"])
        if packet["from"] != "box":
            self.ends[packet["from"]].send(content)
            return
        address = (packet["to"], 0) if self.order["family"] == 4 else (packet["to"], 0, 0, 0)
        try:
            self.sender.sendto(content, address)
        except OSError:
            pass  # A rule, or the lack of a route, refuses it: the counters tell.

    def account(self):
        self.load()
        self.settle()
        self.leaving()
        saves, frames = [run([self.order["save"], "-c"])], []
        for packet in self.order["packets"]:
            if packet["flush"]:
                flush_connections()
            self.send(packet)
            self.settle()
            frames.append(self.leaving())
            if packet["read"]:
                saves.append(run([self.order["save"], "-c"]))
        return {"saves": saves, "frames": frames}


def main():
    # On one processor a packet is through when a later one on the same queue is.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        answer = Lab(json.load(sys.stdin)).account()
    except (Refused, OSError) as error:
        answer = {"refused": str(error)}
    json.dump(answer, sys.stdout)


main()
