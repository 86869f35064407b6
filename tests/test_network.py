"""The machine's addresses: those of the room before those of tunnels and containers."""

import pytest

from workshop import network
from workshop.network import Address


def test_a_machine_whose_system_tells_nothing_has_no_address(monkeypatch):
    def missing(*_):
        raise OSError

    monkeypatch.setattr(network, "interface_entries", missing)

    assert network.addresses() == []


@pytest.mark.parametrize(
    "interface",
    ["docker0", "br-1a2b", "veth12", "virbr0", "tun0", "utun3", "wg0", "tailscale0", "bridge100"],
)
def test_tunnels_and_containers_lead_elsewhere(interface):
    assert Address("10.0.0.1", interface).leads_elsewhere


@pytest.mark.parametrize("interface", ["eth0", "enp3s0", "wlan0", "wlp2s0", "en0"])
def test_cables_and_wifi_lead_into_the_room(interface):
    assert not Address("192.168.1.20", interface).leads_elsewhere


def test_the_likeliest_address_stands_first_and_tunnels_last(monkeypatch):
    found = [
        Address("10.8.0.2", "tun0"),
        Address("172.17.0.1", "docker0"),
        Address("192.168.1.20", "wlan0"),
        Address("10.1.2.3", "eth0"),
    ]
    monkeypatch.setattr(network, "active", lambda: iter(found))
    monkeypatch.setattr(network, "outgoing", lambda: "192.168.1.20")

    hosts = [address.host for address in network.addresses()]

    assert hosts == ["192.168.1.20", "10.1.2.3", "172.17.0.1", "10.8.0.2"]


def test_this_machine_is_not_among_its_own_addresses():
    assert all(not address.host.startswith("127.") for address in network.addresses())
