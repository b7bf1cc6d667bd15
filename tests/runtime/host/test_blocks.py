"""Blocks: reserved cheaply, cleared between runs, copied."""

import gc

import pytest

from ringfence import Monty, load_snapshot
from ringfence import block as blocks
from ringfence import layout as L


@pytest.fixture
def block() -> blocks.Block:
    return blocks.Block()


def put(block: blocks.Block, at: int, value: int = 77) -> None:
    block.words[at >> 3] = value


def test_a_reset_block_holds_nothing_of_the_run_before(block: blocks.Block) -> None:
    words = block.words
    put(block, L.PROGRAM_AT + 80)
    words[L.STATE_PROGRAM_TOP] = L.PROGRAM_AT + 800
    put(block, L.STACK_AT + 400)
    words[L.STATE_DEPTH_PEAK] = 3
    put(block, L.HEAP_A_AT + 160)
    words[L.STATE_HEAP_TOP] = L.HEAP_A_AT + 1600
    words[L.STATE_INSTRUCTIONS] = 5
    block.reset()
    for at in (L.PROGRAM_AT + 80, L.STACK_AT + 400, L.HEAP_A_AT + 160):
        assert words[at >> 3] == 0
    assert words[L.STATE_INSTRUCTIONS] == 0
    assert words[L.STATE_HEAP_TOP] == L.HEAP_A_AT


def test_a_reset_clears_what_is_large(block: blocks.Block) -> None:
    words = block.words
    for at in range(0, 4 << 20, 4096):
        put(block, L.HEAP_A_AT + at)
    words[L.STATE_HEAP_TOP] = L.HEAP_A_AT + (4 << 20)
    block.reset()
    assert not any(words[(L.HEAP_A_AT + at) >> 3] for at in range(0, 4 << 20, 4096))


def test_a_reset_clears_both_half_spaces_after_a_collection(block: blocks.Block) -> None:
    words = block.words
    put(block, L.HEAP_A_AT + 8)
    put(block, L.HEAP_B_AT + 8)
    words[L.STATE_COLLECTIONS] = 1
    words[L.STATE_HEAP_START] = L.HEAP_B_AT
    words[L.STATE_HEAP_TOP] = L.HEAP_B_AT + 16
    block.reset()
    assert words[L.HEAP_A_AT + 8 >> 3] == words[L.HEAP_B_AT + 8 >> 3] == 0
    assert words[L.STATE_HEAP_START] == L.HEAP_A_AT


def test_the_pool_gives_back_cleared_blocks() -> None:
    block = blocks.take()
    put(block, L.HEAP_A_AT)
    block.words[L.STATE_HEAP_TOP] = L.HEAP_A_AT + 8
    blocks.give_back(block)
    again = blocks.take()
    assert again is block
    assert again.words[L.HEAP_A_AT >> 3] == 0


def test_a_copy_is_a_run_of_its_own(block: blocks.Block) -> None:
    put(block, L.HEAP_A_AT)
    block.words[L.STATE_HEAP_TOP] = L.HEAP_A_AT + 8
    other = blocks.Block()
    other.copy_from(block)
    put(block, L.HEAP_A_AT, 5)
    assert other.words[L.HEAP_A_AT >> 3] == 77


def test_a_dropped_run_gives_its_block_to_the_next() -> None:
    paused = Monty("xs = [1] * 1000\nask()").start()
    block = paused._machine[0].block
    del paused
    assert block.is_pooled
    assert block.words[L.STATE_HEAP_TOP] == L.HEAP_A_AT
    assert not any(block.data[L.HEAP_A_AT : L.HEAP_A_AT + 16384])


def test_a_cycle_of_garbage_with_a_run_is_collected() -> None:
    paused = Monty("ask()").start()
    machine = paused._machine[0]
    block = machine.block
    machine.print_callback = machine.run  # it refers to itself
    del paused, machine
    gc.collect()
    assert block.is_pooled != block.is_closed


def test_a_dump_leaves_no_trace_in_the_scratch() -> None:
    paused = Monty("xs = list(range(1000))\nask()").start()
    data = paused.dump()
    loaded = load_snapshot(data)
    for snapshot in (paused, loaded):
        scratch = snapshot._machine[0].block.data[L.SCRATCH_AT : L.SCRATCH_AT + (64 << 10)]
        assert not any(scratch)
    assert loaded.dump() == data
