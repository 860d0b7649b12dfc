"""The library asked by a person: what is not there is an error that says what is."""

from alignkit.errors import BadRequest
from alignkit.library.acronyms import acronym_of_nobody
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.library.library import Library
from alignkit.model.rubric import Rubric
from alignkit.wording import did_you_mean, listed


class Shelf:
    """Frameworks, items and rubrics by the names that a person types."""

    def __init__(self, library: Library) -> None:
        """Take the library that is asked."""
        self.library = library

    def framework(self, name: str) -> FrameworkIndex:
        """Return the framework of that id or alias; BadRequest where there is none."""
        found = self.library.find(name)
        if found is None:
            acronym = acronym_of_nobody(name)
            if acronym:
                raise BadRequest(f'"{name}" {acronym.answer}', hint=acronym.remedy)
            hint = "`alignkit frameworks list` shows what there is"
            raise BadRequest(f'no framework is called "{name}"{did_you_mean(name, self.library.ids)}', hint=hint)
        return found

    def item(self, ref: str) -> tuple[Placed, FrameworkIndex]:
        """Return the item that a reference such as ipec-2023:TT4 names, and its framework."""
        name, _, code = ref.partition(":")
        if not code:
            raise BadRequest(f'"{ref}" names no item', hint="name it as framework-id:code, such as ipec-2023:TT4")
        framework = self.framework(name)
        item = framework.items.get(code)
        if item is None:
            hint = f"`alignkit frameworks show {framework.id}` shows its items"
            raise BadRequest(f'{framework.id} has no item "{code}"{did_you_mean(code, framework.items)}', hint=hint)
        return item, framework

    def rubric(self, name: str) -> Rubric:
        """Return the rubric of that id; BadRequest where there is none."""
        rubric = self.library.rubric(name)
        if rubric is None:
            guess = did_you_mean(name, self.library.rubric_ids)
            raise BadRequest(f'no rubric is called "{name}"{guess}', hint=f"there is {listed(self.library.rubric_ids)}")
        return rubric
