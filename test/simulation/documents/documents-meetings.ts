import { ban } from '../../../functions/account/bans/decide-ban.ts'
import { doers } from '../../../functions/audit/deed.ts'
import type { Document } from '../../../functions/documents/checking/document.ts'
import type { Reading } from '../../../functions/documents/recogniser.ts'
import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import { deleteMaterial } from '../../../functions/material/issuing/delete-material.ts'
import { materialUsed } from '../../../functions/material/material-store.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import type { ReviewKind } from '../../../functions/review/kind.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import {
  type CheckingWorld,
  cardOf,
  checkingWorld,
  documentDeps,
  handedIn,
  opened,
  type Photos,
  photographed,
  proven,
} from '../../documents/checking/fixture.ts'
import { valueIn } from '../../kit.ts'
import { disputed, upholding } from '../../proofing/fixture.ts'
import { reviewWorld, WANG } from '../../review/fixture.ts'
import { typed } from '../../wallet/cards/fixture.ts'
import { decided, person, type User } from '../../world.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import { soonOver } from '../review/review-run.ts'
import { type Answers, type Begin, type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { committedDocumentFaults, documentsFaults } from './documents-rules.ts'

type DocumentWorld = CheckingWorld & { kinds: Record<string, ReviewKind> }
type DocumentBegin = Begin<DocumentWorld>

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

/** How often an authority was asked: about name and number alone. */
const authorityAsked = ({ bureau }: DocumentWorld): number =>
  bureau.asked.filter(({ phone, bankCard }) => phone === undefined && bankCard === undefined).length

const hands = async (at: DocumentWorld, user: User, { front, back }: Photos): Promise<DocumentBegin> => {
  const consent = { notice: (await documentDeps(at).notice()).version }
  const body = { front: front.id, back: back.id, consent }
  return (its) => opened(documentDeps(its), user, body)
}

const idOf = ({ accountId, id }: Document): string => `${accountId}.${id}`

const checks =
  (id: string): DocumentBegin =>
  (at) =>
    runCheck(at, soonOver(id))

/** The clock jumps, and a worker comes by. */
const late = (id: string, ms: number, at: DocumentWorld): DocumentBegin => {
  const to = at.time.now + ms
  return async (its) => {
    await its.table.get(NOTHING)
    its.time.now = Math.max(its.time.now, to)
    return runCheck(its, soonOver(id))
  }
}

/** The time of a picture that is part of nothing is over, and upkeep comes by. */
const forgets =
  ({ front }: Photos): DocumentBegin =>
  async (its) => {
    await its.table.get(NOTHING)
    its.time.now = Math.max(its.time.now, front.keptUntil ?? 0)
    return takeUpload(its, front.id)
  }

/** Whatever is still owed is done in the end: nobody's lease lasts. */
const sweeps = async (at: DocumentWorld): Promise<void> => {
  for (let rounds = 0; rounds < 3; rounds += 1) {
    at.time.now += 3 * MINUTE
    for (const { pk, sk, status, owed } of at.table.items())
      if (owed !== undefined && sk.startsWith('CHECK#') && ['ready', 'calling'].includes(String(status)))
        await runCheck(at, soonOver(`${pk.slice('ACCOUNT#'.length)}.${sk.slice('CHECK#'.length)}`)).catch(at.fault)
    for (const { sk, id, dueAt } of at.table.items())
      if (sk === 'MATERIAL' && Number(dueAt) <= at.time.now) await takeUpload(at, String(id)).catch(at.fault)
  }
}

const ROOM = {
  platformChecks: { perDay: 20 },
  documents: { readingsPerDay: 100 },
  // A sweep of everything passes no picture that is free.
  materials: { unusedMs: 3 * HOUR },
}

/** Somebody who is verified, and has photographed their card. */
const verified = async (overrides: Record<string, unknown> = {}) => {
  const settings = { ...ROOM, ...overrides }
  const at: DocumentWorld = { ...checkingWorld(settings), kinds: reviewWorld(settings).kinds }
  const { user, verification } = await decided(at)
  at.queue.sent.length = 0
  return { at, user, verification, photos: await photographed(at, user) }
}

/** The card was handed in, and nobody asked the authority yet. */
const waiting = async (overrides: Record<string, unknown> = {}, says?: CheckResult) => {
  const all = await verified(overrides)
  const document = valueIn(await handedIn(all.at, all))
  if (says) all.at.bureau.script.push(() => says)
  return { ...all, document }
}

const MISMATCH = { kind: 'verdict', verdict: 'mismatch', billed: 'yes', vendorCode: '-1' } as const
const UNKNOWN = { kind: 'unknown', vendorCode: 'timeout' } as const

/** A person finds that the account was not them. */
const clears = async (at: DocumentWorld, user: User, verificationId: string): Promise<DocumentBegin> => {
  const name = await disputed(at, user, verificationId)
  valueIn(await takeClaim(at, WANG, name))
  return (its) => decideCase(its, WANG, { name, ...upholding, note: '已核查' })
}

const TWO_ACCOUNTS = { checks: { accountsPerPerson: 2 } }

/** Two at an account's identity card, its photos or who it is, at the same time. X1 P6 */
export const documentMeetings: readonly Meeting<DocumentWorld>[] = [
  {
    name: 'one who clicks twice',
    async prepare() {
      const { at, user, photos } = await verified()
      const click = await hands(at, user, photos)
      return { at, first: click, second: click, after: sweeps }
    },
  },
  {
    name: 'one who hands in two cards in two tabs',
    async prepare() {
      const { at, user, photos } = await verified()
      const other = await hands(at, user, await photographed(at, user))
      return { at, first: await hands(at, user, photos), second: other, after: sweeps }
    },
  },
  {
    name: 'one who hands in, and another tab in which a longer card is handed in and proven',
    async prepare() {
      const { at, user, photos } = await verified()
      const longer = cardOf(person('match'), '20460301')
      const others = await photographed(at, user)
      const recogniser = { read: async ({ side }: Reading) => longer[side] }
      const second: DocumentBegin = async (its) => {
        const longest = await (await hands({ ...its, recogniser }, user, others))({ ...its, recogniser })
        return typeof longest !== 'string' && longest.ok
          ? runCheck(its, soonOver(idOf(longest.value as Document)))
          : longest
      }
      const judge = ([first, other]: Answers) =>
        first === 'ok' && other === 'owed_verified' ? ['an authority is asked about a card that proves less'] : []
      return { at, first: await hands(at, user, photos), second, after: sweeps, judge }
    },
  },
  {
    name: 'one who hands in, and upkeep that forgets the photos',
    async prepare() {
      const { at, user, photos } = await verified()
      return { at, first: await hands(at, user, photos), second: forgets(photos), after: sweeps }
    },
  },
  {
    name: 'one who hands in, and deletes a photo in another tab',
    async prepare() {
      const { at, user, photos } = await verified()
      const deletes: DocumentBegin = (its) => deleteMaterial(its, user.accountId, photos.back.id)
      return { at, first: await hands(at, user, photos), second: deletes, after: sweeps }
    },
  },
  {
    name: 'one who hands in, and makes a photo part of papers in another tab',
    async prepare() {
      const { at, user, photos } = await verified()
      const papers: DocumentBegin = async (its) =>
        (await its.table.commit([materialUsed(photos.front, 'papers', its.time.now)])).kind
      return { at, first: await hands(at, user, photos), second: papers, after: sweeps }
    },
  },
  {
    name: 'one who hands in, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification, photos } = await verified(TWO_ACCOUNTS)
      const second = await clears(at, user, verification.id)
      return { at, first: await hands(at, user, photos), second, after: sweeps }
    },
  },
  {
    name: 'one who hands in, and the platform that bans them',
    async prepare() {
      const { at, user, photos } = await verified()
      const { accountId } = user
      const bans: DocumentBegin = (its) =>
        ban(its, doers.platform({ platformKeyId: 'backend' }), { accountId, reason: '刷单' })
      return { at, first: await hands(at, user, photos), second: bans, after: sweeps }
    },
  },
  {
    name: 'two workers at one check',
    async prepare() {
      const { at, document } = await waiting()
      return { at, first: checks(idOf(document)), second: checks(idOf(document)), after: sweeps }
    },
  },
  {
    name: 'a worker, and another after its lease',
    async prepare() {
      const { at, document } = await waiting()
      return { at, first: checks(idOf(document)), second: late(idOf(document), 3 * MINUTE, at), after: sweeps }
    },
  },
  {
    name: 'a worker, and another that gives up an hour later',
    async prepare() {
      const { at, document } = await waiting()
      return { at, first: checks(idOf(document)), second: late(idOf(document), 62 * MINUTE, at), after: sweeps }
    },
  },
  {
    name: 'a worker whose authority says that it does not match, and one who hands in once more',
    async prepare() {
      const { at, user, document } = await waiting({ checks: { mismatchCoolDownMs: 0 } }, MISMATCH)
      const again = await hands(at, user, await photographed(at, user))
      return { at, first: checks(idOf(document)), second: again, after: sweeps }
    },
  },
  {
    name: 'a worker whose authority never answers, and one who hands in the same photos again',
    async prepare() {
      const { at, user, photos, document } = await waiting({}, UNKNOWN)
      return { at, first: checks(idOf(document)), second: await hands(at, user, photos), after: sweeps }
    },
  },
  {
    name: 'a worker whose authority never answers, and upkeep when the time of the photos is over',
    async prepare() {
      const { at, photos, document } = await waiting({}, UNKNOWN)
      return { at, first: checks(idOf(document)), second: forgets(photos), after: sweeps }
    },
  },
  {
    name: 'a worker that proves a document, and upkeep when the time of the photos is over',
    async prepare() {
      const { at, photos, document } = await waiting()
      return { at, first: checks(idOf(document)), second: forgets(photos), after: sweeps }
    },
  },
  {
    name: 'a worker that proves a document, and a person who finds that the account was not them',
    async prepare() {
      const { at, user, verification, document } = await waiting(TWO_ACCOUNTS)
      const second = await clears(at, user, verification.id)
      return { at, first: checks(idOf(document)), second, after: sweeps }
    },
  },
  {
    name: 'a worker that proves a document, and another that binds a card',
    async prepare() {
      const { at, user, document } = await waiting({ cards: { most: 2, checksPerCard: 20 } })
      // Another code may be asked for.
      at.time.now += 2 * MINUTE
      const card = valueIn(await typed(at, { user }))
      const bind = checks(`${user.accountId}.${card.verificationId}`)
      return { at, first: checks(idOf(document)), second: bind, after: sweeps }
    },
  },
  {
    name: 'a worker that proves a newer card, and another after its lease',
    async prepare() {
      const { at, user } = await verified()
      await proven(at, { user })
      at.sees.of = cardOf(person('match'), '20460301')
      const newer = valueIn(await handedIn(at, { user }))
      return { at, first: checks(idOf(newer)), second: late(idOf(newer), 3 * MINUTE, at), after: sweeps }
    },
  },
]

const rules: Rules<DocumentWorld> = {
  committed: (before, after, { time }) => [
    ...committedDocumentFaults(before, after, time.now),
    ...eventFaults(changesBetween(before, after), time.now),
  ],
  final: (at) => [
    ...documentsFaults(at.table.items(), authorityAsked(at), at.time.now),
    ...at.faults.map((one) => `the sweep: ${one}`),
  ],
}

export const met = (meeting: Meeting<DocumentWorld>, placement: Placement, layer?: Layer) =>
  meet(rules, meeting, placement, layer)

export const tried = (meeting: Meeting<DocumentWorld>, layer?: Layer) => triedBy(rules, meeting, layer)
