"""The machines of a Dask cluster: the same work, the same answers; one that is lost has its work done by another."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

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
_HINT = "docs/large-portfolios.md says how a cluster is started"


def on_cluster(address: str) -> Way:
    """Return the way that has the work done by the workers of the scheduler at that address; needs `distributed`."""

    def way(setting: Setting, units: Iterable[Unit]) -> Iterator[Answer]:
        client = _client(address)
        try:
            threads = _threads(client, address)
            # A task like any other: whoever loses it can make it again.
            shared = client.submit(_itself, replace(setting, made_by=made_by()), pure=False)
            yield from _in_order(client, shared, chunks(units), threads * _AHEAD)
        except OSError as error:
            raise NoWorkers(f"the scheduler at {address} is lost: {error}", hint=_HINT) from None
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
        theirs = client.run(made_by)
    except ModuleNotFoundError as error:
        raise NoWorkers(f"a worker lacks the package {error.name}", hint="install alignkit on each worker") from None
    ours = made_by()
    for worker, version in sorted(theirs.items()):
        if version != ours:
            hint = "install the same version of alignkit here and on each worker"
            raise NoWorkers(f"here is alignkit {ours}, but the worker {worker} has {version}", hint=hint)
    return threads


def _in_order(client: "Client", shared: "Future", portions: Iterator[Chunk], most: int) -> Iterator[Answer]:
    """Yield the answers in the order of the portions, of which at most so many are on their way at a time."""
    waiting: deque[tuple[Chunk, Any]] = deque()
    for chunk in portions:
        waiting.append((chunk, client.submit(answers, shared, chunk, pure=False)))
        if len(waiting) >= most:
            yield from _taken(client, shared, *waiting.popleft())
    while waiting:
        yield from _taken(client, shared, *waiting.popleft())


def _taken(client: "Client", shared: "Future", chunk: Chunk, future: "Future") -> tuple[Answer, ...]:
    """Return a portion's answers; where it ends one worker after another, the curricula are tried each alone."""
    from distributed import KilledWorker  # noqa: PLC0415

    try:
        found: tuple[Answer, ...] = future.result()
    except KilledWorker:
        if len(chunk) == 1:
            return (lost(chunk[0], "each worker that was given it"),)
        alone = [((unit,), client.submit(answers, shared, (unit,), pure=False)) for unit in chunk]
        return tuple(answer for each in alone for answer in _taken(client, shared, *each))
    return found
