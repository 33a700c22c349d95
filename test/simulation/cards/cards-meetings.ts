import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { bindCard } from '../../../functions/wallet/cards/bind-card.ts'
import type { Card } from '../../../functions/wallet/cards/card.ts'
import { unbindCard } from '../../../functions/wallet/cards/unbind-card.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { valueIn } from '../../kit.ts'
import { disputed, upholding } from '../../proofing/fixture.ts'
import { type ReviewWorld, reviewWorld, WANG } from '../../review/fixture.ts'
import { binding, bound, cardDeps, cardNumber, type Typing, typed } from '../../wallet/cards/fixture.ts'
import { bought, decided, enter, person, type User, type World } from '../../world.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import { soonOver } from '../review/review-run.ts'
import { type Begin, type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { cardsFaults, committedCardFaults } from './cards-rules.ts'

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

const banksAsked = ({ bureau }: World): number => bureau.asked.filter(({ bankCard }) => bankCard !== undefined).length

type CardBegin = Begin<ReviewWorld>

/** One binding, whose repetition is the same click. */
const types = async (at: World, of: Typing): Promise<CardBegin> => {
  const click = await binding(at, of)
  return (its) => bindCard(cardDeps(its), click)
}

const idOf = ({ accountId, verificationId }: Card): string => `${accountId}.${verificationId}`

const checks =
  (id: string): CardBegin =>
  (at) =>
    runCheck(at, soonOver(id))

const unbinds =
  ({ accountId }: User, { id }: Card): CardBegin =>
  (at) =>
    unbindCard(at, { accountId, id })

/** The clock jumps, and a worker comes by. */
const late = (id: string, ms: number, at: World): CardBegin => {
  const to = at.time.now + ms
  return async (its) => {
    await its.table.get(NOTHING)
    its.time.now = Math.max(its.time.now, to)
    return runCheck(its, soonOver(id))
  }
}

/** Whatever is still owed is done in the end: nobody's lease lasts. */
const sweeps = async (at: ReviewWorld): Promise<void> => {
  for (let rounds = 0; rounds < 3; rounds += 1) {
    at.time.now += 3 * MINUTE
    for (const { pk, sk, status, owed } of at.table.items())
      if (owed !== undefined && sk.startsWith('CHECK#') && ['ready', 'calling'].includes(String(status)))
        await runCheck(at, soonOver(`${pk.slice('ACCOUNT#'.length)}.${sk.slice('CHECK#'.length)}`)).catch(at.fault)
  }
}

const ROOM = { platformChecks: { perDay: 20 }, cards: { most: 2, checksPerCard: 20 } }

/** Somebody who is verified. */
const verified = async (overrides: Record<string, unknown> = {}) => {
  const at = reviewWorld({ ...ROOM, ...overrides })
  const { user, verification } = await decided(at)
  at.queue.sent.length = 0
  return { at, user, verification }
}

/** Who is verified has typed a card, and nobody asked the bank yet. */
const waiting = async (overrides: Record<string, unknown> = {}) => {
  const all = await verified(overrides)
  const card = valueIn(await typed(all.at, { user: all.user }))
  return { ...all, card }
}

/** A person finds that a verification was not them, so that the account is nobody. */
const clears = async (at: ReviewWorld, user: User, verification: string): Promise<CardBegin> => {
  const name = await disputed(at, user, verification)
  valueIn(await takeClaim(at, WANG, name))
  return (its) => decideCase(its, WANG, { name, ...upholding, note: '已核查' })
}

/** Two at an account's cards at the same time. X2 P6 */
export const cardMeetings: readonly Meeting<ReviewWorld>[] = [
  {
    name: 'one who clicks twice',
    async prepare() {
      const { at, user } = await verified()
      const click = await types(at, { user })
      return { at, first: click, second: click, after: sweeps }
    },
  },
  {
    name: 'one who types two cards in two tabs',
    async prepare() {
      const { at, user } = await verified()
      const first = await types(at, { user, number: cardNumber(1) })
      // The second code is another person's phone at the bank, in a session of its own.
      const second: CardBegin = async (its) => typed(its, { user, number: cardNumber(2) })
      return { at, first, second, after: sweeps }
    },
  },
  {
    name: 'two workers at one check',
    async prepare() {
      const { at, card } = await waiting()
      return { at, first: checks(idOf(card)), second: checks(idOf(card)), after: sweeps }
    },
  },
  {
    name: 'a worker, and another after its lease',
    async prepare() {
      const { at, card } = await waiting()
      return { at, first: checks(idOf(card)), second: late(idOf(card), 3 * MINUTE, at), after: sweeps }
    },
  },
  {
    name: 'a worker, and another that gives up an hour later',
    async prepare() {
      const { at, card } = await waiting()
      return { at, first: checks(idOf(card)), second: late(idOf(card), 62 * MINUTE, at), after: sweeps }
    },
  },
  {
    name: 'a worker whose bank says that it does not match, and one who types the card again',
    async prepare() {
      const { at, user, card } = await waiting({ checks: { mismatchCoolDownMs: 0 } })
      const says = { kind: 'verdict', verdict: 'mismatch', billed: 'yes', vendorCode: '-1' } as const
      at.bureau.script.push(() => says)
      return { at, first: checks(idOf(card)), second: await types(at, { user }), after: sweeps }
    },
  },
  {
    name: 'a worker that binds a card, and one who takes it off',
    async prepare() {
      const { at, user, card } = await waiting()
      return { at, first: checks(idOf(card)), second: unbinds(user, card), after: sweeps }
    },
  },
  {
    name: 'one who takes a card off in two tabs',
    async prepare() {
      const { at, user } = await verified()
      const card = await bound(at, { user })
      return { at, first: unbinds(user, card), second: unbinds(user, card), after: sweeps }
    },
  },
  {
    name: 'one who takes both of their cards off',
    async prepare() {
      const { at, user } = await verified()
      const [one, other] = [
        await bound(at, { user, number: cardNumber(1) }),
        await bound(at, { user, number: cardNumber(2) }),
      ]
      return { at, first: unbinds(user, one), second: unbinds(user, other), after: sweeps }
    },
  },
  {
    name: 'one who takes a card off, and a worker that binds another',
    async prepare() {
      const { at, user } = await verified()
      const card = await bound(at, { user, number: cardNumber(1) })
      const next = valueIn(await typed(at, { user, number: cardNumber(2) }))
      return { at, first: unbinds(user, card), second: checks(idOf(next)), after: sweeps }
    },
  },
  {
    name: 'one who takes a card off, and types it again',
    async prepare() {
      const { at, user } = await verified()
      const card = await bound(at, { user })
      return { at, first: unbinds(user, card), second: await types(at, { user }), after: sweeps }
    },
  },
  {
    name: 'two accounts whose cards are of the same person',
    async prepare() {
      const at = reviewWorld(ROOM)
      const [one, other] = [await enter(at), await enter(at)]
      const first = valueIn(await typed(at, { user: one, named: true }))
      const second = valueIn(await typed(at, { user: other, named: true, number: cardNumber(1) }))
      return { at, first: checks(idOf(first)), second: checks(idOf(second)), after: sweeps }
    },
  },
  {
    name: 'a card that verifies an account, and a paid check that says it is somebody else',
    async prepare() {
      const at = reviewWorld(ROOM)
      const { user, checkId } = await bought(at, { who: person('match', 1) })
      at.queue.sent.length = 0
      const card = valueIn(await typed(at, { user, named: true }))
      return { at, first: checks(idOf(card)), second: checks(checkId), after: sweeps }
    },
  },
  {
    name: 'a worker that binds a card, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification, card } = await waiting({ checks: { accountsPerPerson: 2 } })
      return { at, first: checks(idOf(card)), second: await clears(at, user, verification.id), after: sweeps }
    },
  },
  {
    name: 'one who types a card, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification } = await verified()
      const second = await clears(at, user, verification.id)
      return { at, first: await types(at, { user }), second, after: sweeps }
    },
  },
  {
    name: 'one who takes a card off, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification } = await verified()
      const card = await bound(at, { user, number: cardNumber(1) })
      await bound(at, { user, number: cardNumber(2) })
      return { at, first: unbinds(user, card), second: await clears(at, user, verification.id), after: sweeps }
    },
  },
  {
    name: 'a worker that binds a second card, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification } = await verified()
      await bound(at, { user, number: cardNumber(1) })
      const next = valueIn(await typed(at, { user, number: cardNumber(2) }))
      return { at, first: checks(idOf(next)), second: await clears(at, user, verification.id), after: sweeps }
    },
  },
]

const rules: Rules<ReviewWorld> = {
  committed: (before, after, { time }) => [
    ...committedCardFaults(before, after),
    ...eventFaults(changesBetween(before, after), time.now),
  ],
  final: (at) => [...cardsFaults(at.table.items(), banksAsked(at)), ...at.faults.map((one) => `the sweep: ${one}`)],
}

export const met = (meeting: Meeting<ReviewWorld>, placement: Placement, layer?: Layer) =>
  meet(rules, meeting, placement, layer)

export const tried = (meeting: Meeting<ReviewWorld>, layer?: Layer) => triedBy(rules, meeting, layer)
