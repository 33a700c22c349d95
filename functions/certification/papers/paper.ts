import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { beijingDay, beijingDayStart, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Proof } from '../../evidence/evidence.ts'
import type { MaterialKind } from '../../material/material.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'

/** What the day of a paper says: the last one on which it counts, or the one on which it was signed. */
export const dayMeanings = ['until', 'signed'] as const

/** W4 the pictures of papers that run out, whose day the administrator says. */
export const dated = {
  business_licence: 'until',
  authorisation_letter: 'signed',
} as const satisfies Partial<Record<MaterialKind, (typeof dayMeanings)[number]>>
export type DatedKind = keyof typeof dated
export const datedKinds = Object.keys(dated) as [DatedKind]

/** All papers of an application that run out: of a person also the document by which the account is verified. */
export const paperKinds = [...datedKinds, 'identity'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A licence without an end. */
export const OPEN = 'open'

/**
 * Until when a paper counts. `day`: as it stands on the paper, a Beijing day (YYYYMMDD), or `open`; `until`: from then on it counts no more (epoch ms), never
 * where there is none. `told`: of how many of the reminders before and at its end its administrator heard.
 */
export type Paper = { kind: PaperKind; day: string; until?: Millis; told?: number }

/** What somebody types of a paper: its day, with or without hyphens. */
export type TypedPaper = { kind: DatedKind; day: string }

/** A day that there is, as YYYYMMDD. */
const dayIn = (typed: string): string | undefined => {
  const day = typed.replaceAll('-', '')
  if (!/^\d{8}$/.test(day)) return undefined
  const at = beijingDayStart(day)
  return Number.isFinite(at) && beijingDay(at) === day ? day : undefined
}

const paperIn = ({ kind, day: typed }: TypedPaper, letterMs: Millis, now: Millis): Paper | undefined => {
  if (kind === 'business_licence' && typed === OPEN) return { kind, day: OPEN }
  const day = dayIn(typed)
  if (day === undefined) return undefined
  const start = beijingDayStart(day)
  if (kind === 'business_licence') return { kind, day, until: nextBeijingDay(start) }
  // Nobody signs tomorrow.
  return start > now ? undefined : { kind, day, until: start + letterMs }
}

/**
 * W4 the days that were typed, as they count: a licence through its last day, a letter for `letterMs` from the day on which it was signed. Of two of a kind the
 * first counts. Refuses with `invalid_paper_day`, each at its place.
 */
export const readPapers = (
  typed: readonly TypedPaper[],
  { letterMs }: { letterMs: Millis },
  now: Millis,
): Outcome<Paper[]> => {
  const read = typed.map((one) => paperIn(one, letterMs, now))
  const fields = read.flatMap((one, at) =>
    one ? [] : [{ pointer: `/papers/${at}/day`, code: 'invalid_paper_day' as const }],
  )
  if (fields.length > 0) return refused('invalid_paper_day', { fields })
  const papers = read.flatMap((one) => one ?? [])
  return ok(papers.filter(({ kind }, at) => papers.findIndex((one) => one.kind === kind) === at))
}

/** The document by which somebody is verified, where they proved it and it ends. */
export const identityPaper = (proofs: readonly Proof[]): Paper | undefined => {
  const proof = proofs.find(({ kind, ended }) => kind === 'id_document' && !ended)
  const until = proof?.validUntil
  return until === undefined ? undefined : { kind: 'identity', day: beijingDay(until - 1), until }
}

type Of = { kind: ApplicantKind; materials: readonly { kind: MaterialKind }[]; papers?: readonly Paper[] }

/** The papers that an application rests on: those whose picture it has, and of a person the document of the account, as far as that is known. */
export const papersOf = ({ kind, materials, papers = [] }: Of, proofs: readonly Proof[]): Paper[] => {
  const identity = kind === 'individual' ? identityPaper(proofs) : undefined
  return [
    ...papers.filter((paper) => materials.some((one) => one.kind === paper.kind)),
    ...(identity ? [identity] : []),
  ]
}

/** Whether a paper counts no more at `now`: not at the very millisecond of its end. */
export const isOver = ({ until }: Pick<Paper, 'until'>, now: Millis): boolean => until !== undefined && now >= until

/** W4 refuses an application that rests on a paper that is over, naming each: nothing is confirmed, paid for or certified with it. */
export const papersHold = (of: Of, proofs: readonly Proof[], now: Millis): Outcome<undefined> => {
  const over = papersOf(of, proofs).filter((paper) => isOver(paper, now))
  if (over.length === 0) return ok(undefined)
  const kinds = over.map(({ kind }) => kind)
  const fields = kinds.map((kind) => ({
    pointer: '/papers',
    code: 'certification_paper_over' as const,
    expected: { enum: [kind] },
  }))
  return refused('certification_paper_over', { fields, extra: { papers: kinds.join(' ') } })
}
