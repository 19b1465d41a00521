"""What one browser remembers: encrypted in its own cookie, opened only when a page asks for it."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import time

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, Request, Response
from flask import request as current_request
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.wrappers import Response as BaseResponse

from navigator.engine import Who
from navigator.web.keys import derived
from navigator.web.packing import pack, unpack
from navigator.web.shorthand import Shorthand

IDLE_SECONDS = 20 * 3600
SHORT_IDLE_SECONDS = 30 * 60
LARGEST_COOKIE = 3800  # bytes; browsers must keep 4,096 with name and attributes
_ROOM = LARGEST_COOKIE * 3 // 4 - 74  # before the seal: its own bytes, then base64
_REFRESHES = 40  # times in an idle time that use begins it anew
_NAME = "plan"


def idle_seconds(content: Mapping[str, object]) -> int:
    """Return how long a session of this ``content`` lasts without use.

    It is short where others use the device, and for staff, who answer for one client after another.
    """
    is_short = content.get("shared") or content.get("who") == Who.CLIENT.value
    return SHORT_IDLE_SECONDS if is_short else IDLE_SECONDS


class Vault:
    """Seals the content of a session with the newest key and opens it with any of the keys.

    ``clock`` gives the present moment (Unix time, seconds). With ``shorthand`` a content that is
    too large for a cookie is sealed in it.
    """

    def __init__(
        self,
        keys: Sequence[str],
        clock: Callable[[], float] = time,
        shorthand: Shorthand | None = None,
    ) -> None:
        sealing = (Fernet(urlsafe_b64encode(derived(key, "session"))) for key in keys)
        self._fernet = MultiFernet(list(sealing))
        self._clock = clock
        self._shorthand = shorthand

    def seal(self, content: Mapping[str, object]) -> str:
        """Return ``content`` (JSON values) as a cookie's value, sealed now."""
        packed = pack(content, _ROOM, self._shorthand)
        return self._fernet.encrypt_at_time(packed, int(self._clock())).decode()

    def unseal(self, token: str) -> dict[str, object]:
        """Return what was sealed; empty for anything broken, foreign or idle for too long."""
        now = int(self._clock())
        try:
            sealed = self._fernet.decrypt_at_time(token, IDLE_SECONDS, now)
            content = unpack(sealed, self._shorthand)
        except (InvalidToken, ValueError):
            return {}
        return content if self._age(token) <= idle_seconds(content) else {}

    def is_ageing(self, token: str, content: Mapping[str, object]) -> bool:
        """Whether ``token``, which holds ``content``, is to be made anew: use prolongs it."""
        return self._age(token) > idle_seconds(content) / _REFRESHES

    def _age(self, token: str) -> float:
        """Return the age of a token that opens: after its version Fernet writes the time."""
        return self._clock() - int.from_bytes(urlsafe_b64decode(token[:12])[1:])


class PlanSession(SessionMixin):
    """The session as a mapping, unsealed at the first touch; most public pages never touch it."""

    def __init__(self, vault: Vault, token: str | None) -> None:
        self._vault = vault
        self._token = token
        self._content: dict[str, object] | None = None
        self.modified = False

    @property
    def opened(self) -> bool:
        """Whether anything was read or written in this request."""
        return self._content is not None

    @property
    def needs_sealing(self) -> bool:
        """Whether the browser should be given a new cookie."""
        if not self.content or self._token is None:
            return bool(self.content)
        return self.modified or self._vault.is_ageing(self._token, self.content)

    @property
    def content(self) -> dict[str, object]:
        """All of it; change it through the mapping only."""
        if self._content is None:
            self._content = self._vault.unseal(self._token) if self._token else {}
        return self._content

    def __getitem__(self, name: str) -> object:
        return self.content[name]

    def __setitem__(self, name: str, value: object) -> None:
        self.content[name] = value
        self.modified = True

    def __delitem__(self, name: str) -> None:
        del self.content[name]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        return iter(self.content)

    def __len__(self) -> int:
        return len(self.content)


class PlanSessions(SessionInterface):
    """Keeps a PlanSession in one cookie; the server itself stores nothing."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def open_session(self, app: Flask, request: Request) -> PlanSession:
        """Return the session of ``request`` without unsealing it."""
        return PlanSession(self._vault, request.cookies.get(cookie_name(request)))

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Give the browser a new cookie if the session changed, and take an empty one away."""
        if not isinstance(session, PlanSession) or not session.opened:
            return
        name = cookie_name(current_request)
        response.vary.add("Cookie")
        if not session and name in current_request.cookies:
            forget(response, current_request)
        elif session.needs_sealing:
            token = self._vault.seal(session.content)
            if len(token) > LARGEST_COOKIE:
                app.logger.warning("A session was not kept: it does not fit into a cookie.")
                return
            secure = current_request.is_secure
            response.set_cookie(name, token, httponly=True, samesite="Lax", secure=secure)

    def fits(self, content: Mapping[str, object]) -> bool:
        """Whether a browser would keep a session of this ``content``."""
        return len(self._vault.seal(content)) <= LARGEST_COOKIE


def cookie_name(request: Request) -> str:
    """Return the cookie's name; with https one that no other host can set."""
    return f"__Host-{_NAME}" if request.is_secure else _NAME


def forget(response: BaseResponse, request: Request) -> None:
    """Have the browser drop the cookie."""
    secure = request.is_secure
    response.delete_cookie(cookie_name(request), httponly=True, samesite="Lax", secure=secure)
