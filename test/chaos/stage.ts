import type { Platform } from '../../local/demo/platform.ts'
import type { Offer, Person } from '../../local/demo/user.ts'
import type { Chance } from '../simulation/runs/chance.ts'

import type { Listener } from './listening.ts'

/** What somebody bought: a verification by one of the offers, a month of membership, or points. */
export type Wanted = Offer | 'month' | 'points'

/** A customer of the platform: one account, behind which stands a test person. */
export type Customer = { externalId: string; accountId: string; token: string; person: Person; isBanned?: true }

/** An order somebody knows of, and what they did about it. */
export type Purchase = {
  customer: Customer
  wanted: Wanted
  orderId: string
  verificationId?: string
  points: number
  /** Nothing was paid for it before its account was banned. */
  isBanned?: true
  /** What happened to it, for whoever has to find out why. */
  story: string[]
}

/** Where chaos takes place: the service from outside, and what was seen of it. */
export type Stage = {
  /** Tries again when a function died under it. */
  platform: Platform
  platformKey: string
  operatorKey: string
  chance: Chance
  purchases: Purchase[]
  customers: Customer[]
  /** Who is told of what happens. */
  listeners: readonly Listener[]
  /** What must never be. */
  violations: string[]
  counts: Map<string, number>
}

export const count = (stage: Pick<Stage, 'counts'>, what: string, times = 1): void => {
  stage.counts.set(what, (stage.counts.get(what) ?? 0) + times)
}

/** Writes down what became of a purchase. */
export const tell = (stage: Stage, purchase: Purchase, what: string): void => {
  count(stage, what)
  purchase.story.push(what)
}
