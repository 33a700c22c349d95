import { sessionOf } from '../../../functions/account/sessions/session-store.ts'
import { deedSubjects } from '../../../functions/audit/deed.ts'
import { faceNoticeInForce } from '../../../functions/consent/face-notice.ts'
import { followCheck } from '../../../functions/face/check/follow-check.ts'
import { runFollowing } from '../../../functions/face/check/run-following.ts'
import { faceWork } from '../../../functions/face/keys.ts'
import { openCheck } from '../../../functions/face/opening/open-check.ts'
import type { FaceVendor } from '../../../functions/face/vendors/vendor.ts'
import { DAY, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE_SHARDS } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key, Write } from '../../../shared/table/write.ts'
import { type Bought, decided, person, type World, world } from '../../world.ts'
import { auditFindings } from '../books/audit-rules.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import { attempt, desks, type FaceHouses, houseNamed, isUsable, newHouses, VENDORS } from './face-vendors.ts'

/** A wrong implementation, as a layer between the operations and what they talk to. */
export type FaceMutant = {
  name: string
  /** Writes as another implementation would commit them, one commit after the other. */
  commits?: (writes: readonly Write[]) => readonly (readonly Write[])[]
  vendor?: (inner: FaceVendor) => FaceVendor
  neverSweeps?: true
}

/** What becomes of one effect: a call to the table, to KMS or to a vendor. */
export type Fate = 'done' | 'dies_before' | 'dies_after' | 'fails_before' | 'fails_after'

/** Something an operation does to the outside. */
export type Effect = { port: string; call: string }

class Died extends Error {
  override name = 'Died'
}
class NoAnswer extends Error {
  override name = 'NoAnswer'
}

const PRICE = 10_000

/** Everything of one run. `next`: lets somebody else act before an effect happens. */
export type FaceRun = {
  at: World
  houses: FaceHouses
  people: readonly Bought[]
  effects: Effect[]
  counts: Map<string, number>
  violations: string[]
  fate: (effect: Effect) => Fate
  next: () => Promise<void>
  mutant: FaceMutant
}

const count = (run: FaceRun, what: string): void => {
  run.counts.set(what, (run.counts.get(what) ?? 0) + 1)
}

/** An effect with its fate. A dead process does nothing more, so that it never comes back from there. */
const happening = async <T>(run: FaceRun, effect: Effect, act: () => Promise<T>): Promise<T> => {
  await run.next()
  const fate = run.fate(effect)
  run.effects.push(effect)
  count(run, fate)
  if (fate === 'dies_before') throw new Died(`before ${effect.port}.${effect.call}`)
  if (fate === 'fails_before') throw new NoAnswer('no answer')
  const value = await act()
  if (fate === 'dies_after') throw new Died(`after ${effect.port}.${effect.call}`)
  if (fate === 'fails_after') throw new NoAnswer('no answer')
  return value
}

/** Commits, and looks at whether that tells what it brings about. */
const commitWatched = async (run: FaceRun, writes: readonly Write[]) => {
  const { table, time } = run.at
  const before = table.items()
  const committed = await table.commit(writes)
  run.violations.push(...eventFaults(changesBetween(before, table.items()), time.now))
  return committed
}

/** A table whose answers may get lost. One that is asked again for the same commit, as ours is, knows that it was done. */
const tableOf = (run: FaceRun): Table => {
  const { table } = run.at
  const split = run.mutant.commits ?? ((writes) => [writes])
  const commit = async (writes: readonly Write[]) => {
    for (const part of split(writes)) {
      if (part.length === 0) continue
      const committed = await happening(run, { port: 'table', call: 'commit' }, () => commitWatched(run, part))
      if (committed.kind === 'conflict') return committed
    }
    return { kind: 'committed' } as const
  }
  return {
    ...table,
    commit,
    get: (key: Key) => happening(run, { port: 'table', call: 'get' }, () => table.get(key)),
    getMany: (keys: readonly Key[]) => happening(run, { port: 'table', call: 'getMany' }, () => table.getMany(keys)),
  }
}

/** A vendor whose answers may get lost: then nobody can tell what it did. */
const vendorOf = (run: FaceRun, vendor: string): FaceVendor => {
  const inner = houseNamed(run.houses, vendor, run.at.clock)
  const lost = { kind: 'unknown', vendorCode: 'timeout' } as const
  const called = <T>(call: string, act: () => Promise<T>, instead: T): Promise<T> =>
    happening(run, { port: vendor, call }, act).catch((error: unknown) => {
      if (error instanceof NoAnswer) return instead
      throw error
    })
  const watched: FaceVendor = {
    ...inner,
    begin: (of, permit) => {
      run.violations.push(...beginFaults(run, vendor, of.challenge))
      return called('begin', () => inner.begin(of, permit), lost)
    },
    look: (token) => called('look', () => inner.look(token), lost),
  }
  return run.mutant.vendor?.(watched) ?? watched
}

const itemsLike = (run: FaceRun, prefix: string) => run.at.table.items().filter(({ sk }) => sk.startsWith(prefix))

/** Nothing is sent of anybody that is not on record: who gets it, and under which consent. */
const beginFaults = (run: FaceRun, vendor: string, challenge: string): string[] => {
  const records = itemsLike(run, 'DISCLOSURE#').filter((one) => one.faceCheck === challenge && one.recipient === vendor)
  const consents = itemsLike(run, 'CONSENT#').filter(({ id, purpose }) => id === challenge && purpose === 'face')
  return [
    ...(records.length > 0 ? [] : ['a vendor is told of somebody without a record']),
    ...(consents.length > 0 ? [] : ['a vendor is told of somebody without a consent of its own']),
    ...readFaults(run),
  ]
}

/** Whoever was opened to be confirmed is on record for that: once for every check there is of theirs, and no oftener. */
const readFaults = (run: FaceRun): string[] =>
  run.people.flatMap(({ user: { accountId } }) => {
    const checks = itemsLike(run, 'FACECHECK#').filter((one) => one.accountId === accountId)
    const records = itemsLike(run, 'AUDIT#').filter(
      ({ subject, purpose }) => subject === deedSubjects.account(accountId) && purpose === 'face_check',
    )
    return records.length === checks.length
      ? []
      : [`somebody was opened for ${checks.length} confirmations, and ${records.length} records say so`]
  })

/** A token whose address is here, so that its person can go there. */
const isKnown = (run: FaceRun, token: string): boolean =>
  itemsLike(run, 'FACECHECK#').some((one) => one.token === token)

/** At any moment: of the tokens of an account one at most can be tried, and there is evidence of nothing that is not confirmed. */
const momentFaults = (run: FaceRun): string[] => {
  const live = run.houses.tokens.filter((one) => isUsable(one, run.at.time.now) && isKnown(run, one.token))
  const people = live.map(({ idNumber }) => idNumber)
  const confirmed = itemsLike(run, 'FACECHECK#').filter(({ status }) => status === 'confirmed')
  const early = itemsLike(run, 'EVIDENCE#police').filter(({ check }) => !confirmed.some(({ id }) => id === check))
  return [
    ...(new Set(people).size < people.length ? ['two tokens of one account can be tried'] : []),
    ...(early.length > 0 ? ['evidence of what is not confirmed yet'] : []),
  ]
}

const depsOf = (run: FaceRun) => {
  const { at } = run
  const deps = {
    ...at,
    table: tableOf(run),
    vault: {
      ...at.vault,
      openDataKey: (...of: Parameters<typeof at.vault.openDataKey>) =>
        happening(run, { port: 'vault', call: 'open' }, () => at.vault.openDataKey(...of)),
      mac: (value: string) => happening(run, { port: 'vault', call: 'mac' }, () => at.vault.mac(value)),
    },
    desks,
    faceVendor: async (vendor: string) => vendorOf(run, vendor),
    notice: async () => faceNoticeInForce(at.settings),
  }
  return { ...deps, follow: (accountId: string, id: string) => followCheck(deps, accountId, id) }
}

const survived = async (run: FaceRun, what: string, act: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Died || error instanceof NoAnswer)) run.violations.push(`${what} threw ${error}`)
    return undefined
  } finally {
    run.violations.push(...momentFaults(run))
  }
}

/** Somebody clicks on "begin". */
export const begins = (run: FaceRun, nth: number): Promise<unknown> =>
  survived(run, 'open', async () => {
    const user = run.people[nth]?.user
    const caller = sessionOf(user?.token)
    if (!caller) throw new Error('no session')
    const consent = { notice: faceNoticeInForce(run.at.settings).version }
    return openCheck(depsOf(run), { caller, language: 'zh', userAgent: 'x', body: { consent } })
  })

const accountOf = (run: FaceRun, nth: number): string => run.people[nth]?.user.accountId ?? ''

/** Checks of an account that have a token, oldest first. */
const withToken = (run: FaceRun, nth: number) =>
  itemsLike(run, 'FACECHECK#').filter((one) => one.accountId === accountOf(run, nth) && typeof one.token === 'string')

/** Somebody with the address of the newest token holds a face before the camera. */
export const shows = (run: FaceRun, nth: number, passed: boolean, charged = true): void => {
  const name = withToken(run, nth).at(-1)?.token
  const token = run.houses.tokens.find((one) => one.token === name)
  if (token) attempt(token, passed, charged, run.at.time.now)
}

/** The page of the newest check asks what became of it. */
export const looks = (run: FaceRun, nth: number): Promise<unknown> =>
  survived(run, 'look', async () => {
    const newest = itemsLike(run, 'FACECHECK#').findLast((one) => one.accountId === accountOf(run, nth))
    return newest && followCheck(depsOf(run), accountOf(run, nth), String(newest.id))
  })

/** The sweep: whatever is due is done, each by a worker of its own. */
export const sweeps = async (run: FaceRun): Promise<number> => {
  if (run.mutant.neverSweeps) return 0
  const until = run.at.time.now
  const shards = Array.from({ length: DUE_SHARDS }, (_none, shard) => run.at.table.due({ shard, until, limit: 50 }))
  const due = (await Promise.all(shards)).flat().filter(({ key }) => faceWork.isOf(key))
  for (const { key } of due) await survived(run, 'follow', () => runFollowing(depsOf(run), faceWork.pointerTo(key)))
  return due.length
}

export const passes = (run: FaceRun, ms: Millis): void => {
  run.at.time.now += ms
}

/** Vendors and everything else answer again, and time goes on until nobody can be asked about anything any more. */
export const untilQuiet = async (run: FaceRun): Promise<void> => {
  run.fate = () => 'done'
  run.next = async () => undefined
  run.houses.trouble = () => undefined
  for (let steps = 0; steps < 60; steps += 1) {
    passes(run, 10 * MINUTE)
    await sweeps(run)
  }
  passes(run, 4 * DAY)
  await sweeps(run)
  await sweeps(run)
}

const chargedOf = (run: FaceRun, token: unknown): number =>
  run.houses.tokens.find((one) => one.token === token)?.attempts.filter(({ charged }) => charged).length ?? 0

const checkFaults = (run: FaceRun): string[] =>
  itemsLike(run, 'FACECHECK#').flatMap((check) => {
    const token = run.houses.tokens.find((one) => one.token === check.token)
    const passed = token?.attempts.some((one) => one.passed) ?? false
    const booked = itemsLike(run, `FACECHARGE#${check.id}#`).length
    const evidence = itemsLike(run, 'EVIDENCE#police').filter((one) => one.check === check.id)
    const isConfirmed = check.status === 'confirmed'
    const isDoubted = check.status === 'undetermined'
    count(run, `ends ${check.status}`)
    return [
      ...(['opening', 'opened'].includes(String(check.status)) ? ['a confirmation has no end'] : []),
      ...(check.dueAt === undefined ? [] : ['a confirmation that is over owes a question']),
      ...(isConfirmed && !passed ? ['confirmed what no vendor confirmed'] : []),
      ...(passed && !isConfirmed && !isDoubted ? ['lost what the vendor confirmed'] : []),
      ...(isConfirmed && token?.challenge !== check.id ? ['confirmed by the token of another'] : []),
      ...(!isConfirmed && evidence.length > 0 ? ['evidence of what was not confirmed'] : []),
      ...(isDoubted || booked === chargedOf(run, check.token)
        ? []
        : ['attempts that were charged are not booked once each']),
    ]
  })

const accountFaults = (run: FaceRun): string[] =>
  run.people.flatMap(({ user: { accountId } }) => {
    const own = itemsLike(run, 'FACECHECK#').filter((one) => one.accountId === accountId)
    const isConfirmed = own.some(({ status }) => status === 'confirmed')
    const holds = itemsLike(run, 'EVIDENCE#police').some((one) => one.accountId === accountId)
    const gate = itemsLike(run, 'IDENTITY').find((one) => one.pk.endsWith(accountId))
    const counted = run.at.table.items().filter(({ pk }) => pk === `LIMIT#FACE#${accountId}`)
    const begun = own.filter((one) => typeof one.token === 'string').length
    return [
      ...(isConfirmed === holds ? [] : ['evidence is not there exactly where it was confirmed']),
      ...(holds === (gate?.until_police !== undefined) ? [] : ['the gate knows something else than the evidence']),
      ...(counted.reduce((sum, one) => sum + Number(one.count), 0) === begun
        ? []
        : ['what was begun is not what is counted']),
    ]
  })

/** What of the day is booked for a vendor, against what its tokens were charged for. */
const spendFaults = (run: FaceRun): string[] =>
  VENDORS.flatMap((vendor) => {
    const spent = run.at.table
      .items()
      .filter(({ pk, sk }) => pk.startsWith(`VENDOR#face_${vendor}#`) && sk.startsWith('SPEND#'))
      .reduce((sum, one) => sum + Number(one.spent), 0)
    const own = itemsLike(run, 'FACECHECK#').filter((one) => one.vendor === vendor)
    const isDoubted = own.some(({ status, token }) => status === 'undetermined' && token !== undefined)
    const due = own.reduce((sum, one) => sum + chargedOf(run, one.token), 0) * PRICE
    return isDoubted || spent === due ? [] : [`the day of ${vendor} holds ${spent}, not ${due}`]
  })

/** What is wrong at the end, when everything is quiet. */
export const finalFaults = (run: FaceRun): string[] => [
  ...checkFaults(run),
  ...accountFaults(run),
  ...spendFaults(run),
  ...readFaults(run),
  ...auditFindings(run.at.table.items(), run.at.time.now),
  ...(itemsLike(run, 'FACEOPEN').length > 0 ? ['an account cannot begin another'] : []),
]

const COSTS = { cost: { first: PRICE, second: PRICE }, dailySpend: { first: 100 * PRICE, second: 100 * PRICE } }

/** A run with so many verified people. */
export const newRun = async (people: number, mutant: FaceMutant): Promise<FaceRun> => {
  const at = world({ face: { ...COSTS, perDay: 1000, perPersonDay: 1000 } })
  const verified: Bought[] = []
  for (let nth = 0; nth < people; nth += 1) verified.push(await decided(at, { who: person('match', nth) }))
  return {
    at,
    houses: newHouses(),
    people: verified,
    effects: [],
    counts: new Map(),
    violations: [],
    fate: () => 'done',
    next: async () => undefined,
    mutant,
  }
}
