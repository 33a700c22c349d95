import { describe, expect, it } from 'vitest'
import type { Application } from '../../../functions/certification/applications/application.ts'
import {
  type ApplicationEvent,
  applicationStatuses,
  applicationTransitions,
} from '../../../functions/certification/applications/application-states.ts'
import { deadlineOf, standing } from '../../../functions/certification/applications/clock.ts'
import { editApplication } from '../../../functions/certification/applying/edit-application.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { endSilence } from '../../../functions/review/following/end-silence.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { eventsOf } from '../../state-moves.ts'
import {
  type Applied,
  applicationAt,
  caseNameOf,
  certificationWorld,
  certifies,
  claims,
  confirmed,
  confirming,
  corrects,
  drafted,
  follows,
  inReview,
  refuses,
  returned,
  submitted,
  withdraws,
} from './applying.ts'
import { givesBackByItself, reversalOf } from './reversal.ts'

/** Somebody as far as the event: nothing of it is put there by hand. */
type Way = (at: ReviewWorld) => Promise<Applied>

/** First that far, and then the event. */
const after =
  (way: Way, does: (of: Applied) => (at: ReviewWorld) => Promise<unknown>): Way =>
  async (at) => {
    const of = await way(at)
    await does(of)(at)
    return of
  }

/** Its time comes to be over, to the millisecond, and whoever sees to that comes by. */
const runOut =
  (
    of: Applied,
    until: (application: Application) => number | undefined,
    sees: (at: ReviewWorld) => Promise<unknown> = follows(of),
  ) =>
  async (at: ReviewWorld): Promise<void> => {
    const { time } = at
    time.now = until(applicationAt(at, of)) ?? Number.NaN
    await sees(at)
  }

const fills = (of: Applied) => async (at: ReviewWorld) =>
  valueIn(await editApplication(at, of.user.accountId, { id: of.id, said: '说明' }))

const held = after(inReview, (of) => async (at) => valueIn(await claims(of)(at)))

/** How each event of the table of states comes to be; one that nothing here leads to does not compile. */
const ways: Record<ApplicationEvent, Way> = {
  edited: after(drafted, fills),
  submitted,
  confirmed,
  confirmed_free: after(submitted, (of) => async (at) => (await confirming(at, of))(at)),
  not_confirmed: after(submitted, (of) => runOut(of, ({ confirmUntil }) => confirmUntil)),
  paid: inReview,
  not_paid: after(confirmed, (of) => runOut(of, ({ paidUntil }) => paidUntil)),
  returned,
  amended: after(returned, fills),
  corrected: after(returned, corrects),
  not_corrected: after(returned, (of) =>
    runOut(
      of,
      ({ correctUntil }) => correctUntil,
      (at) => endSilence(at, caseNameOf(of)),
    ),
  ),
  overdue: after(inReview, (of) => runOut(of, ({ decideBy }) => decideBy)),
  reversed: after(inReview, (of) => (at) => givesBackByItself(of, reversalOf(at, of))(at)),
  certified: after(held, (of) => certifies(of)),
  refused: after(held, refuses),
  appealed: after(
    after(held, refuses),
    (of) => async (at) =>
      valueIn(await appealCase(at, of.user.accountId, { name: caseNameOf(of), text: '材料是真实的' })),
  ),
  abandoned: after(drafted, (of) => runOut(of, ({ draftUntil }) => draftUntil)),
  withdrawn: after(submitted, withdraws),
}

const FREE = { certification: { individualFen: 0 } }

const worldFor = (event: ApplicationEvent): ReviewWorld =>
  certificationWorld(event === 'confirmed_free' ? FREE : undefined)

const reached = async (event: ApplicationEvent) => {
  const at = worldFor(event)
  return applicationAt(at, await ways[event](at))
}

/** Events that change what is in it, and leave no step. */
const quiet: readonly ApplicationEvent[] = ['edited', 'amended']

const timeOuts = ['abandoned', 'not_confirmed', 'not_paid', 'not_corrected'] as const satisfies ApplicationEvent[]

describe('W5 what can become of an application', () => {
  it.each(eventsOf(applicationTransitions))(
    '%s: comes about by what people and clocks do, and is what the table says',
    async (event) => {
      const of = await reached(event)
      const rows = applicationTransitions.filter(({ on }) => on === event)
      const [to] = rows.flatMap((row) => ('to' in row ? [row.to] : []))
      const from = rows.flatMap((row) => [...row.from] as string[])
      if (quiet.includes(event)) expect(of).toMatchObject({ said: '说明' })
      else expect(of.steps.at(-1)).toMatchObject({ on: event, status: to ?? of.status })
      expect(to === undefined ? from : [to]).toContain(of.status)
    },
  )

  it('is every state that there is, and no other', async () => {
    const seen = new Set<string>()
    for (const event of eventsOf(applicationTransitions))
      for (const { status } of (await reached(event)).steps) seen.add(status)
    expect([...seen].sort()).toEqual([...applicationStatuses].sort())
  })

  it.each(timeOuts)(
    '%s: whoever reads it at that millisecond sees what its clock writes later, and nobody a millisecond before',
    async (event) => {
      const of = await reached(event)
      const { endedAt = 0, status } = of
      const before = { ...of, status: applicationTransitions.find(({ on }) => on === event)?.from[0] ?? status }
      expect(deadlineOf(before)).toEqual({ on: event, at: endedAt })
      expect(standing(before, endedAt)).toMatchObject({ status, endedAt })
      expect(standing(before, endedAt - 1).status).toBe(before.status)
    },
  )
})
