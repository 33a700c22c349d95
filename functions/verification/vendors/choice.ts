import type { Millis } from '../../../shared/kernel/time.ts'
import { type NumberedKind, numberedKinds } from '../../person/document.ts'
import { type Breaker, type Turn, turnAt } from '../check/breaker.ts'
import type { Question, RefusedBecause } from '../check/checker.ts'

/** An identity vendor of this deployment, and what is known of it. */
export type IdentityVendor = {
  name: string
  /** First digits of mobile numbers that it says it does not reach. It may have learned since, so it is asked last, and not never. */
  unreached: readonly string[]
  /** Of whose documents it takes the number, by what it is asked. About others it is never asked. */
  takes: Readonly<Record<Question, readonly NumberedKind[]>>
}

/** Those that can be asked this about the holder of such a document. */
export const taking = <V extends Pick<IdentityVendor, 'takes'>>(
  vendors: readonly V[],
  question: Question,
  kind: NumberedKind,
): V[] => vendors.filter(({ takes }) => takes[question].includes(kind))

/** The documents that at least one of these can be asked about. */
export const kindsTaken = (vendors: readonly Pick<IdentityVendor, 'takes'>[], question: Question): NumberedKind[] =>
  numberedKinds.filter((kind) => taking(vendors, question, kind).length > 0)

/** Later than any check is owed. */
export const NEVER: Millis = Number.MAX_SAFE_INTEGER

/**
 * What one vendor made of one check it gave back: how often it did nothing, before when it is not asked again, and why it is never
 * asked again, where that is because of these data. For whoever counts calls: how many of them it answered so (`undone`), and that it refused one.
 */
export type Pass = { count: number; until: Millis; because?: RefusedBecause; undone?: number; refused?: boolean }

/** The pass of a vendor that never takes these data, after the one it had. */
export const passedForGood = (before: Pass | undefined, because: RefusedBecause): Pass => ({
  count: before?.count ?? 0,
  until: NEVER,
  because,
  ...(before?.undone !== undefined && { undone: before.undone }),
})

/** By the name of the vendor; none for one that was not asked. */
export type Passes = Readonly<Record<string, Pass>>

/** By the name of the vendor; none for one that never refused us. */
export type Breakers = Readonly<Record<string, Breaker | undefined>>

/** Whom a check asks now: freely or as the one probe. Else when somebody can be asked again (epoch ms), or that nobody ever can. */
export type Choice =
  | { kind: 'ask'; vendor: string; turn: Exclude<Turn, { kind: 'wait' }> }
  | { kind: 'wait'; until: Millis }
  | { kind: 'nobody' }

/** Those that say they reach this number first; else as the deployment prefers them. */
export const preferred = (vendors: readonly IdentityVendor[], phone: string): IdentityVendor[] => {
  const reaches = ({ unreached }: IdentityVendor): boolean => !unreached.some((digits) => phone.startsWith(digits))
  return [...vendors.filter(reaches), ...vendors.filter((vendor) => !reaches(vendor))]
}

/** The first vendor that may be asked, of vendors in the order they are preferred in. */
export const choose = (
  vendors: readonly Pick<IdentityVendor, 'name'>[],
  breakers: Breakers,
  passes: Passes,
  now: Millis,
): Choice => {
  const waits: Millis[] = []
  for (const { name } of vendors) {
    const passed = passes[name]?.until ?? now
    if (passed === NEVER) continue
    const turn = turnAt(breakers[name], now)
    if (passed <= now && turn.kind !== 'wait') return { kind: 'ask', vendor: name, turn }
    waits.push(Math.max(passed, turn.kind === 'wait' ? turn.until : now))
  }
  return waits.length > 0 ? { kind: 'wait', until: Math.min(...waits) } : { kind: 'nobody' }
}

/**
 * Until when no order opens, as every vendor refuses us (epoch ms): orders open again with the first of them. Undefined while orders
 * open.
 */
export const pausedAt = (
  vendors: readonly Pick<IdentityVendor, 'name'>[],
  breakers: Breakers,
  now: Millis,
): Millis | undefined => {
  const ends = vendors.map(({ name }) => breakers[name]?.ordersAt ?? now)
  const first = Math.min(...ends)
  return first > now ? first : undefined
}
