"""A small institution: the course that is counted by hand, others of its kind, and files that cannot be read."""

from tests.counted import COURSE, FRAMEWORK

# One outcome that claims and teaches A1 (one activity of 2.5 hours, for both professions) and claims a part of B5.
SECOND = """\
alignkit: curriculum/1
id: second
title: The second
version: "2"
learners: {professions: [nursing, pharmacy]}
frameworks: [toy]
outcomes:
  - {id: LO1, text: Explain roles, aligns: ["toy:A1", {to: "toy:B5", strength: partial}]}
modules:
  - {id: M1, activities: [{id: T1, outcomes: [LO1], hours: 2.5}]}
"""
PROJECT = "alignkit: project/1\nframeworks: [frameworks/]\ncurricula: [courses/]\n"


def institution(copies: int = 3) -> dict[str, str]:
    """Return the files of a project with so many copies of each of two courses, and a programme with its module."""
    files = {"alignkit.yaml": PROJECT, "frameworks/toy.yaml": FRAMEWORK}
    for number in range(copies):
        files[f"courses/counted-{number}.yaml"] = COURSE.replace("id: counted", f"id: counted-{number}")
        files[f"courses/second-{number}.yaml"] = SECOND.replace("id: second", f"id: second-{number}")
    files["courses/third/curriculum.yaml"] = SECOND.replace("second", "third").split("modules:")[0]
    files["courses/third/modules/m1.yaml"] = "alignkit: module/1\nid: M1\nactivities: [{id: T1, outcomes: [LO1]}]\n"
    files["courses/broken.yaml"] = "alignkit: curriculum/1\nid: ["
    return files
