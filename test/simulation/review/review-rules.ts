import type { ReviewCase } from '../../../functions/review/case/case.ts'
import { isEnded } from '../../../functions/review/case/case.ts'
import { caseOf } from '../../../functions/review/case/case-store.ts'
import type { Item } from '../../../shared/table/write.ts'

const OWNED = ['photos', 'names']

const casesIn = (items: readonly Item[]): ReviewCase[] => items.filter(({ sk }) => sk.startsWith('REVIEW#')).map(caseOf)

const recordsIn = (items: readonly Item[]): Item[] => items.filter(({ pk }) => pk.startsWith('AUDIT#review:'))

const subjectOf = ({ accountId, id }: ReviewCase): string => `review:${accountId}:${id}`

const told = (of: unknown): string => JSON.stringify(of)

/** What was over stays as it was, but for the appeal against it. */
const changedFaults = (before: ReviewCase, after: ReviewCase): string[] => {
  const { changes: _before, appealedBy: _none, ...was } = before
  const { changes: _after, appealedBy: _one, ...is } = after
  return isEnded(before) && told(was) !== told(is) ? ['a case that was over has changed'] : []
}

/** Nobody's words are lost. */
const lostFaults = (before: ReviewCase, after: ReviewCase): string[] =>
  before.asked.every((asked, nth) => {
    const { answer, ...rest } = after.asked[nth] ?? {}
    const { answer: given, ...was } = asked
    return told(rest) === told(was) && (!given || told(given) === told(answer))
  })
    ? []
    : ['something that was asked or answered is gone']

/** Who holds a live claim keeps it from others. */
const takenFaults = ({ claim: was }: ReviewCase, { claim: is }: ReviewCase, now: number): string[] =>
  was && is && was.by !== is.by && was.until > now ? [`${is.by} has taken what ${was.by} held`] : []

/** The clock decides: answered and taken back in time, and ended not before it is over. */
const clockFaults = (before: ReviewCase, after: ReviewCase, now: number): string[] => {
  if (before.status !== 'waiting' || after.status === 'waiting') return []
  const { waitUntil = 0 } = before
  const at = after.status === 'withdrawn' ? (after.endedAt ?? 0) : (after.asked.at(-1)?.answer?.at ?? 0)
  if (after.status === 'decided') return now >= waitUntil ? [] : ['it ended before its time was over']
  return at < waitUntil ? [] : ['it was answered or taken back when its time was over']
}

/** Whoever asked or decided held the case. */
const heldFaults = (before: readonly ReviewCase[], record: Item): string[] => {
  const of = before.find((one) => subjectOf(one) === record.subject)
  const by = Object(record.by).id
  const isHeld = of?.claim?.by === by && (of?.claim?.until ?? 0) > Number(record.at)
  return isHeld ? [] : [`${by} does ${record.action} and does not hold the case`]
}

/** What must hold of every commit. `now`: when it is made. */
export const committedFaults = (before: readonly Item[], after: readonly Item[], now: number): string[] => {
  const [were, are] = [casesIn(before), casesIn(after)]
  const known = new Set(recordsIn(before).map(({ pk, sk }) => `${pk} ${sk}`))
  return [
    ...were.flatMap((was) => {
      const is = are.find(({ id }) => id === was.id)
      if (!is) return ['a case is gone']
      return [
        ...changedFaults(was, is),
        ...lostFaults(was, is),
        ...takenFaults(was, is, now),
        ...clockFaults(was, is, now),
      ]
    }),
    ...recordsIn(after)
      .filter(({ pk, sk }) => !known.has(`${pk} ${sk}`))
      .flatMap((record) => heldFaults(were, record)),
  ]
}

/** What a case led to at its owner is there once, and exactly where it is over. */
const consequenceFaults = (items: readonly Item[], of: ReviewCase): string[] => {
  const found = items.filter(({ sk }) => sk.startsWith(`OUTCOME#${of.id}`))
  const expected = of.status === 'withdrawn' ? 'withdrawn' : of.decision?.verdict
  const [outcome] = found
  if (!isEnded(of)) return found.length === 0 ? [] : ['something follows of a case that is not over']
  return found.length === 1 && outcome?.outcome === expected
    ? []
    : [`a case is ${expected}, and ${found.map((one) => one.outcome)} follows`]
}

const PEOPLE = ['review_decide', 'review_second', 'review_reject_second']

/** Every decision of a person is on record, once, as it was; and nothing else is. */
const recordFaults = (items: readonly Item[], of: ReviewCase): string[] => {
  const own = recordsIn(items).filter(({ subject }) => subject === subjectOf(of))
  const count = (action: string) => own.filter((one) => one.action === action).length
  const last = own.filter(({ action }) => PEOPLE.includes(String(action))).at(-1)
  const isPersons = of.decision?.by !== undefined
  return [
    ...(count('review_ask') === of.asked.length ? [] : [`${of.asked.length} asked, ${count('review_ask')} on record`]),
    ...(isPersons && Object(last?.by).id !== of.decision?.by?.id ? ['who decided is not on record'] : []),
    ...(of.kind === 'photos' && count('review_decide') > Number(isPersons) ? ['decided more than once'] : []),
    ...(of.kind === 'names' && count('review_second') !== Number(isPersons)
      ? ['agreed to more or less than once']
      : []),
  ]
}

const doersOf = (items: readonly Item[], of: ReviewCase, ...actions: readonly string[]): string[] =>
  recordsIn(items).flatMap(({ subject, action, by }) =>
    subject === subjectOf(of) && actions.includes(String(action)) ? [String(Object(by).id)] : [],
  )

/** Two are two, and an appeal is for others. By what is on record. */
const peopleFaults = (items: readonly Item[], all: readonly ReviewCase[], of: ReviewCase): string[] => {
  const first = doersOf(items, of, 'review_decide').at(-1)
  const isAlone = doersOf(items, of, 'review_second', 'review_reject_second').at(-1) === first
  const before = all.find(({ id }) => id === of.appealOf)
  const decidedBefore = before ? doersOf(items, before, 'review_decide', 'review_second') : []
  const isAgain = doersOf(items, of, 'review_decide', 'review_second').some((one) => decidedBefore.includes(one))
  return [
    ...(first !== undefined && isAlone ? ['one person is both of two'] : []),
    ...(isAgain ? ['decided by who had decided before'] : []),
  ]
}

/** About a subject of a kind one case is open, and is known to be. */
const openFaults = (items: readonly Item[], all: readonly ReviewCase[]): string[] => {
  const open = all.filter((one) => !isEnded(one))
  const pointers = items.filter(({ sk }) => sk.startsWith('REVIEWOPEN#')).map(({ review }) => review)
  const names = open.map(({ accountId, kind, subject }) => `${accountId} ${kind} ${subject}`)
  return [
    ...(new Set(names).size === names.length ? [] : ['two cases about the same are open']),
    ...(told(pointers.toSorted()) === told(open.map(({ id }) => id).toSorted())
      ? []
      : ['what is open is not known to be']),
  ]
}

/** The user is told of everything that was asked and decided, once. */
const letterFaults = (items: readonly Item[], all: readonly ReviewCase[]): string[] => {
  const letters = items.filter(({ sk }) => sk.startsWith('MESSAGE#'))
  const count = (end: string) => letters.filter(({ title }) => String(title).endsWith(end)).length
  const asked = all.reduce((sum, one) => sum + one.asked.length, 0)
  const decided = all.filter(({ decision, kind }) => decision && (decision.by || !OWNED.includes(kind))).length
  return count('：需要您补充') === asked && count('：有了结果') === decided
    ? []
    : [`${asked} asked and ${decided} decided, and the user is told otherwise`]
}

/** What must hold once everybody is done. P10 M8. */
export const finalReviewFaults = (items: readonly Item[]): string[] => {
  const all = casesIn(items)
  return [
    ...all.filter(({ kind }) => OWNED.includes(kind)).flatMap((one) => consequenceFaults(items, one)),
    ...all.flatMap((one) => [...recordFaults(items, one), ...peopleFaults(items, all, one)]),
    ...openFaults(items, all),
    ...letterFaults(items, all),
  ]
}
