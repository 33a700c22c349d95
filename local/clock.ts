import * as z from 'zod/mini'
import type { Clock, Millis } from '../shared/kernel/time.ts'
import type { DataFolder } from './data-folder.ts'

/** The engine's clock: real time plus an offset that every worker thread reads from the same memory. */
export type ShiftedClock = Clock & {
  /** Holds the offset in ms as its only BigInt64; handed to threads. */
  shared: SharedArrayBuffer
  offset(): Millis
  /** Moves the time forward by `by` ms. */
  advance(by: Millis): void
}

/** A clock that starts `offset` ms away from real time. */
const shiftedClock = (offset: Millis): ShiftedClock => {
  const shared = new SharedArrayBuffer(8)
  const cell = new BigInt64Array(shared)
  Atomics.store(cell, 0, BigInt(offset))
  return {
    shared,
    offset: () => Number(Atomics.load(cell, 0)),
    now: () => Date.now() + Number(Atomics.load(cell, 0)),
    advance: (by) => void Atomics.add(cell, 0, BigInt(by)),
  }
}

const saved = z.object({ offset: z.int() })

/** The clock as it was when it was saved in this folder; if it never was, it begins at `begins`, without at real time. */
export const loadClock = (data: DataFolder, begins?: Millis): ShiftedClock =>
  shiftedClock(data.load('clock', saved)?.offset ?? (begins === undefined ? 0 : begins - Date.now()))

export const saveClock = (data: DataFolder, clock: ShiftedClock): void => data.save('clock', { offset: clock.offset() })
