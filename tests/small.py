"""A course with one outcome, for what depends on a course being there rather than on what it says."""

COURSE = """\
alignkit: curriculum/1
id: small
title: Small
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Negotiate roles in a team, aligns: [ipec-2023:RR4]}
"""
