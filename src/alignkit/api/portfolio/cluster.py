"""The machines of a Dask cluster: the same work, the same answers; one that is lost has its work done by another."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from msgspec.structs import replace

from alignkit.api.portfolio.chunks import Chunk, Way, chunks, lost
from alignkit.api.portfolio.unit import Answer, Setting, Unit, answers
from alignkit.api.portfolio.version import made_by
from alignkit.errors import NoWorkers

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = "20s"
# How many portions each thread of the cluster may have before it: enough to be never idle, few enough to fit anywhere.
_AHEAD = 3
_INSTALL = "install the same version of alignkit here, on each worker and beside the scheduler"
_HINT = "docs/large-portfolios.md says how a cluster is started"


def on_cluster(address: str) -> Way:
    """Return the way that has the work done by the workers of the scheduler at that address; needs `distributed`."""

    def way(setting: Setting, units: Iterable[Unit]) -> Generator[Answer, None, None]:
        client = _client(address)
        try:
            threads = _threads(client, address)
            hands = _Hands(client, replace(setting, made_by=made_by()), threads * _AHEAD)
            yield from hands.answers(chunks(units))
        except (OSError, CancelledError):
            raise NoWorkers(f"the scheduler at {address} was lost in the middle of the work", hint=_HINT) from None
        finally:
            client.close()

    return way


def _itself(setting: Setting) -> Setting:
    return setting


def _client(address: str) -> "Client":
    from distributed import Client  # noqa: PLC0415 - only a cluster needs it

    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error).partition("\n")[0]
        raise NoWorkers(f"no Dask scheduler answers at {address}: {reason}", hint=_HINT) from None


def _threads(client: "Client", address: str) -> int:
    """Return how many threads the workers have; NoWorkers where there is none, or one with another alignkit."""
    threads: int = sum(client.nthreads().values())
    if not threads:
        raise NoWorkers(f"the scheduler at {address} has no workers", hint=_HINT)
    try:
        theirs = {**client.run(made_by), address: client.run_on_scheduler(made_by)}
    except Exception as error:  # noqa: BLE001 - what goes wrong over there comes as a plain Exception
        raise NoWorkers(f"alignkit does not run on the cluster: {error}", hint=_INSTALL) from None
    ours = made_by()
    for worker, version in sorted(theirs.items()):
        if version != ours:
            raise NoWorkers(f"here is alignkit {ours}, but {worker} has {version}", hint=_INSTALL)
    return threads


class _Hands:
    """The cluster while it works on a run: portions on their way, at most so many at a time."""

    def __init__(self, client: "Client", setting: Setting, most: int) -> None:
        self._client = client
        self._most = most
        # A task like any other: whoever loses it can make it again.
        self._setting = client.submit(_itself, setting, pure=False)
        self._waiting: deque[tuple[Chunk, Future]] = deque()

    def answers(self, portions: Iterator[Chunk]) -> Iterator[Answer]:
        """Yield the answers in the order of the portions."""
        for chunk in portions:
            self._waiting.append((chunk, self._begun(chunk)))
            if len(self._waiting) >= self._most:
                yield from self._taken(*self._waiting.popleft())
        while self._waiting:
            yield from self._taken(*self._waiting.popleft())

    def _begun(self, chunk: Chunk) -> "Future":
        return self._client.submit(answers, self._setting, chunk, pure=False)

    def _taken(self, chunk: Chunk, future: "Future") -> tuple[Answer, ...]:
        from distributed import KilledWorker  # noqa: PLC0415 - only a cluster needs it

        try:
            found: tuple[Answer, ...] = future.result()
        except KilledWorker:
            # One worker after another ended on it, or on something else that it had at the same time.
            for _, each in self._waiting:
                each.exception()  # returns once it is settled
            return tuple(self._alone(unit) for unit in chunk)
        return found

    def _alone(self, unit: Unit) -> Answer:
        """Return the answer on a curriculum that the cluster has for itself: what ends workers now is named."""
        from distributed import KilledWorker  # noqa: PLC0415 - only a cluster needs it

        try:
            (found,) = self._begun((unit,)).result()
        except KilledWorker:
            return lost(unit, "each worker that was given it")
        answer: Answer = found
        return answer
