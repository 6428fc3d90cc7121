"""The table worked out: each pair as the reader has it, told how far it is."""

from tui_app.core.comparison import compare
from tui_app.core.kinds import Kind
from tui_app.core.loading import load_document
from tui_app.core.segmentation import segment
from tui_app.notes.notebook import Notebook
from tui_app.review.witness_work import (
    WitnessJob,
    found_or_trouble,
    found_witness,
    share_of,
)

LEFT = "\n\n".join(f"Passage {n} tells of the day {n} by the sea." for n in range(9))
RIGHT = LEFT.replace("tells", "told").replace("day 4", "day 5")


def job_on(tmp_path, *texts):
    names = [str(tmp_path / f"{number}.txt") for number in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text)
    left = load_document(names[0], "sentence")
    return WitnessJob(left, tuple(names[1:]), tuple(range(len(names) - 1)))


def test_the_share_rises_from_nothing_to_nearly_all(tmp_path):
    told = []
    found_witness(job_on(tmp_path, LEFT, RIGHT), 0, told.append)
    shares = list(map(share_of, told))
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.5 < shares[-1] <= 1


def test_what_cannot_be_read_is_told_in_a_line(tmp_path):
    job = job_on(tmp_path, LEFT, RIGHT)
    (tmp_path / "1.txt").unlink()
    found = found_or_trouble(job, 0, lambda _: None)
    assert found.witness is None
    assert "no such file" in found.trouble
    assert "\n" not in found.trouble


def test_what_is_silenced_in_a_pair_does_not_count(tmp_path):
    job = job_on(tmp_path, LEFT, RIGHT)
    right = load_document(job.names[0], "sentence")
    before = found_witness(job, 0).witness.numbers
    assert (before.there, before.changed, before.with_facts) == (0, 9, 1)
    notebook = Notebook.open(job.left, right)
    notebook.silences.add([("tells", "told"), Kind.MODALITY])
    notebook.close()
    after = found_witness(job, 0)
    assert (after.witness.numbers.there, after.witness.numbers.changed) == (8, 1)
    assert after.settled.counting.silenced
    assert found_witness(job._replace(with_notes=False), 0).witness.numbers == before


def test_links_by_hand_are_taken(tmp_path):
    job = job_on(tmp_path, LEFT, RIGHT)
    right = load_document(job.names[0], "sentence")
    notebook = Notebook.open(job.left, right)
    notebook.marks.unlink(compare(job.left, right), (2,), (2,))
    notebook.close()
    assert found_witness(job, 0).witness.numbers.missing == 1


def test_a_text_at_hand_is_not_read_again(tmp_path):
    job = job_on(tmp_path, LEFT, RIGHT)
    other = segment(LEFT, job.names[0], "paragraph")
    found = found_witness(job._replace(at_hand=((0, other),)), 0)
    assert found.witness.numbers.there == 9
