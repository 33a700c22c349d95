import { setTimeout as sleep } from 'node:timers/promises'
import type { Millis } from '../shared/kernel/time.ts'
import { MINUTE } from '../shared/kernel/time.ts'
import type { Activity } from './activity.ts'
import { type ShiftedClock, saveClock } from './clock.ts'
import type { DataFolder } from './data-folder.ts'
import type { Functions } from './functions/functions.ts'
import type { Calls } from './proxy/calls.ts'
import type { Poller } from './queues/poller.ts'
import type { Schedules } from './schedules.ts'

/** The parts that drain and advance deal with. */
export type Running = {
  activity: Activity
  functions: Functions
  pollers: readonly Poller[]
  schedules: Schedules
}

/** It did not become quiet in time; says what is still going on. */
export class NotQuiet extends Error {
  override readonly name = 'NotQuiet'
}

/** Longer than any function here may run. */
const PATIENCE: Millis = 6 * MINUTE
const PAUSE_MS = 3

const pendingMessages = async (pollers: readonly Poller[]): Promise<Record<string, number>> => {
  const counts = await Promise.all(pollers.map(async (poller) => [poller.queue, await poller.pending()] as const))
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

const within = async (limit: Millis, idle: Promise<void>): Promise<void> => {
  const timer = new AbortController()
  await Promise.race([idle, sleep(limit, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}

/**
 * Resolves when nothing is under way: no request, no invocation, no message that could be received now. What functions send
 * meanwhile is waited for, too. Throws NotQuiet after six minutes.
 */
export const drain = async ({ activity, functions, pollers }: Running): Promise<void> => {
  const giveUpAt = performance.now() + PATIENCE
  for (;;) {
    await within(Math.max(0, giveUpAt - performance.now()), activity.idle())
    const before = activity.changes()
    const pending = await pendingMessages(pollers)
    // Queues are looked at one after the other; only if nothing moved meanwhile do the looks add up to one picture.
    if (activity.active() === 0 && activity.changes() === before && Object.keys(pending).length === 0) return
    if (performance.now() >= giveUpAt) {
      throw new NotQuiet(`still running ${JSON.stringify(functions.inFlight())}, queued ${JSON.stringify(pending)}`)
    }
    await sleep(PAUSE_MS)
  }
}

type Moving = { clock: ShiftedClock; calls: Calls; data: DataFolder }

const ROUNDS = 200
const FAILURES_IN_A_ROW = 5

/**
 * Drains, moves the time, then runs what runs by the clock and drains again, until a round in which nothing failed and no
 * message was sent. Throws NotQuiet when there is no end to it.
 */
export const advance = async (running: Running, { clock, calls, data }: Moving, by: Millis): Promise<void> => {
  await drain(running)
  clock.advance(by)
  saveClock(data, clock)
  let failuresInARow = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const sentBefore = calls.sentCount()
    const failed = await running.schedules.runAll()
    await drain(running)
    if (failed.length === 0 && calls.sentCount() === sentBefore) return
    failuresInARow = failed.length === 0 ? 0 : failuresInARow + 1
    if (failuresInARow >= FAILURES_IN_A_ROW) {
      throw new NotQuiet(`${failed.join(', ')} failed ${FAILURES_IN_A_ROW} times in a row; its log says why`)
    }
  }
  throw new NotQuiet(`the schedule still finds work after ${ROUNDS} rounds`)
}
