import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { counted, LIMITED, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { ReviewCase } from '../case/case.ts'
import { caseIdOf } from '../case/case-id.ts'
import { caseOpened, openCaseIn, REVIEW_OPEN } from '../case/case-store.ts'
import type { ReviewDeps } from '../case/commit-move.ts'
import { newCase } from '../case/new-case.ts'
import { endInTheWay } from '../following/end-silence.ts'
import { kindOf } from '../kind.ts'
import type { ReviewSettings } from '../settings.ts'

export type HelpDeps = ReviewDeps & { settings: { review: Pick<ReviewSettings['review'], 'helpPerDay'> } }

/** What somebody wants help about, and what they say of it. */
export type HelpAsked = { subject: string; text: string; language: Language }

/** Once the clock ended one, and once more where somebody else was as fast. */
const TRIES = 3

/**
 * P10 A user asks a person for help about something, `review.helpPerDay` times a Beijing day, with one case about it open at a time; the
 * same words again are a second click and answer the open one. Refuses with `review_open` (with which), `too_often` and `contended`. One
 * call, two more where one is open. Numbers of people in the words are masked before they are kept: nobody is shown them.
 */
export const openHelp = async (
  deps: HelpDeps,
  accountId: string,
  { subject, text, language }: HelpAsked,
): Promise<Outcome<ReviewCase>> => {
  const said = maskNumbers(text)
  const kind = kindOf(deps.kinds, { kind: 'help' })
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = deps.clock.now()
    const opened = newCase({ id: deps.ids.id(), accountId, subject, language, said }, kind, now)
    const limit = deps.settings.review.helpPerDay
    const one = counted({ subject: `HELP#${accountId}`, window: dayOf(now), limit })
    const committed = await deps.table.commit([...caseOpened(opened), one])
    if (committed.kind === 'committed') return ok(opened)
    const of = (why: string) => committed.conflicts.find(({ because }) => because === why)
    const inTheWay = of(REVIEW_OPEN)
    if (!inTheWay) return tooOften(of(LIMITED)?.item)
    const open = await endInTheWay(deps, caseIdOf({ accountId, id: openCaseIn(inTheWay.item) ?? '' }))
    if (open?.said === said) return ok(open)
    if (open) return refused('review_open', { extra: { review: caseIdOf(open) } })
  }
  return refused('contended')
}
