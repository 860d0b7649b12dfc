"""Several processes on this machine: they share the work, and the answers come in the order of the curricula."""

from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from multiprocessing.connection import wait

from alignkit.api.portfolio.chunks import Chunk, Way, chunks, lost
from alignkit.api.portfolio.unit import Answer, Setting, Unit
from alignkit.api.portfolio.worker import Worker, WorkerLost
from alignkit.errors import NoWorkers

# How many portions may be ahead of the one that is waited for: answers that wait take memory.
_AHEAD = 4


def in_processes(jobs: int) -> Way:
    """Return the way that shares the work among at most so many processes: no more than there are portions."""

    def way(setting: Setting, units: Iterable[Unit]) -> Generator[Answer, None, None]:
        crew = _Crew(setting, jobs)
        try:
            portions = chunks(units)
            first = list(islice(portions, jobs))
            crew.begin(len(first))
            yield from crew.answers(chain(first, portions))
        finally:
            crew.end()

    return way


class _Crew:
    """The processes of a run, and which portion each has."""

    def __init__(self, setting: Setting, jobs: int) -> None:
        self._setting = setting
        self._jobs = jobs
        self._living: list[Worker] = []
        self._idle: list[Worker] = []
        self._busy: dict[Worker, tuple[int, Chunk]] = {}
        self._handed_out = 0

    def begin(self, number: int) -> None:
        """Start so many at once, then wait for each."""
        starting = [self._started() for _ in range(number)]
        self._idle = [self._begun(worker) for worker in starting]

    def end(self) -> None:
        """End all of them."""
        for worker in self._living:
            worker.end()

    def _started(self) -> Worker:
        worker = Worker(self._setting)
        self._living.append(worker)
        return worker

    def _begun(self, worker: Worker) -> Worker:
        """Return the worker once it is ready, or another where it ended before; NoWorkers where that one does too."""
        try:
            self._take(worker)
        except WorkerLost:
            worker = self._started()
            try:
                self._take(worker)
            except WorkerLost as ended:
                hint = "leave --jobs out: one process needs no others"
                raise NoWorkers(f"two worker processes ended before they began: {ended}", hint=hint) from None
        return worker

    def _take(self, worker: Worker) -> tuple[Answer, ...]:
        """Return what the worker says; one that has ended is let go of."""
        try:
            return worker.take()
        except WorkerLost:
            self._living.remove(worker)
            worker.end()
            raise

    def answers(self, portions: Iterator[Chunk]) -> Iterator[Answer]:
        """Yield the answers in the order of the portions."""
        done: dict[int, tuple[Answer, ...]] = {}
        due = 0
        while True:
            self._hand_out(portions, due + self._jobs * _AHEAD)
            if not self._busy:
                return
            for worker in self._ready():
                number, chunk = self._busy.pop(worker)
                done[number] = self._taken(worker, chunk)
            while due in done:
                yield from done.pop(due)
                due += 1

    def _hand_out(self, portions: Iterator[Chunk], until: int) -> None:
        while self._idle and self._handed_out < until and (chunk := next(portions, None)):
            worker = self._idle.pop()
            self._busy[worker] = (self._handed_out, chunk)
            self._handed_out += 1
            worker.give(chunk)

    def _ready(self) -> list[Worker]:
        """Return the processes that have answered, or ended, once there is one."""
        ready = wait([worker.pipe for worker in self._busy])
        return [worker for worker in self._busy if worker.pipe in ready]

    def _taken(self, worker: Worker, chunk: Chunk) -> tuple[Answer, ...]:
        """Return a worker's answers; where it has ended, those of others that are given one curriculum each."""
        try:
            found = self._take(worker)
        except WorkerLost:
            return tuple(self._again(chunk))
        self._idle.append(worker)
        return found

    def _again(self, chunk: Chunk) -> Iterator[Answer]:
        """Yield the answer on each curriculum of a portion on which a worker ended; it may have been killed by chance.

        What ends a process that has nothing else to do is named.
        """
        worker = self._begun(self._started())
        for unit in chunk:
            worker.give((unit,))
            try:
                yield from self._take(worker)
            except WorkerLost as ended:
                yield lost(unit, str(ended))
                worker = self._begun(self._started())
        self._idle.append(worker)
