import type { Operator } from '../../../functions/audit/deed.ts'
import type { Settings } from '../../../functions/settings.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Database } from '../../../shared/table/patient-table.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import { type Item, type Key, nameOf } from '../../../shared/table/write.ts'
import type { Channel } from '../channel/channel.ts'
import { channelGoesOn } from '../channel/channel-life.ts'
import type { ComplaintMemory } from '../complaints/complaint-memory.ts'
import type { Phone } from '../orders/payers.ts'
import type { Account, Person } from '../persons/people.ts'
import type { Vendors } from '../vendor/vendor.ts'
import type { Mutant } from './mutant.ts'
import type { Effect, Fate, Process, Schedule } from './process.ts'
import type { Items } from './record.ts'
import type { Sweeper } from './sweeper.ts'

/** One effect as it happened, kept as it was so that nothing is formatted unless it fails. */
export type Step = { at: Millis; effect: Effect; fate: Fate }

/**
 * Under which versions of the key the functions that begin now index people, since when (epoch ms), and when a round of moving people
 * noted last that nobody is known under the old one.
 */
export type Index = { versions: Versioned<string>; since: Millis; unusedAt?: Millis }

/** Everything of one run: our side, the channel, the vendor, the people, and what was seen of them. */
export type World = {
  time: { now: Millis }
  ids: Ids
  settings: Settings
  /** The table without faults. What operations get is laid over it: `database` answers for it as DynamoDB does. */
  table: Table
  database: Database
  /** Why the database cancels transactions; another reason each time where none is named. */
  cancelsFor?: string
  /** A token for the next commit. */
  token: () => string
  items: Items
  messages: Pointer[]
  index: Index
  /** Instances of the sweep that wait for their next minute. */
  sweepers: Sweeper[]
  channel: Channel
  vendors: Vendors
  accounts: Account[]
  /** Whose elements an operation submits, and whose were submitted for an order. */
  submitting: WeakMap<Process, Person>
  submitted: Map<string, Person>
  /** Whose phone an operation is asked from, and on which the code of an order number was shown last. */
  asking: WeakMap<Process, Phone>
  shown: Map<string, Phone>
  /** The order that each account and key was answered with. */
  answered: Map<string, string>
  /** Order numbers whose payment was written down while their account was banned. */
  paidWhileBanned: Set<string>
  /** Which operator does a deed, and which deeds have a record by now. */
  doing: WeakMap<Process, Operator>
  recorded: WeakSet<Process>
  complaints: ComplaintMemory
  /** How often a refund was asked for by its number, and what each operation heard of it last, after how many of these. */
  sent: Map<string, number>
  heard: WeakMap<Process, Map<string, { kind: string; sent: number }>>
  running: Process[]
  /** The operation whose effect happens now. */
  acting?: Process
  schedule: Schedule
  mutant: Mutant
  violations: string[]
  counts: Map<string, number>
  /** Refunds a person was called for, by their number at the channel. */
  rung: Set<string>
  trace: Step[]
}

export const count = (world: World, what: string): void => {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
}

/** The item as it is now. */
export const itemAt = (world: Pick<World, 'items'>, key: Key): Item | undefined => world.items.get(nameOf(key))

/** What calls to vendors may cost in a day from now on, in 1/10,000 yuan; one that is not named may cost anything. */
export const spendsAtMost = (world: World, dailySpend: Record<string, number>): void => {
  world.settings = { ...world.settings, identity: { ...world.settings.identity, dailySpend } }
}

/** On how many accounts one person may be verified. */
export const personMayHold = (world: World, accountsPerPerson: number): void => {
  world.settings = { ...world.settings, checks: { ...world.settings.checks, accountsPerPerson } }
}

/** How soon complaints must be answered; they must be ended in thrice that time. */
export const answersWithin = (world: World, replyMs: Millis): void => {
  const complaints = { ...world.settings.complaints, replyMs, completeMs: 3 * replyMs }
  world.settings = { ...world.settings, complaints }
}

/** Lets time pass. Whoever runs longer than a function may is killed, and the channel goes on by itself. */
export const timePasses = (world: World, until: Millis): void => {
  world.time.now = Math.max(world.time.now, until)
  channelGoesOn(world.channel)
  for (const process of world.running) if (process.deadline <= world.time.now) process.die()
  world.running = world.running.filter((process) => process.state === 'running')
}
