import { followClash } from '../../../functions/proofing/clashes/follow-clash.ts'
import { clashWork } from '../../../functions/proofing/keys.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { disputed, proofingWorld, upholding, verified } from '../../proofing/fixture.ts'
import { type ReviewWorld, WANG } from '../../review/fixture.ts'
import { bought, enter, submission, type User } from '../../world.ts'
import { soonOver } from '../review/review-run.ts'
import type { Answers, Begin, Meeting } from '../two/meet.ts'
import { warningsOf } from './business-rules.ts'

type Doing = Begin<ReviewWorld>

/** What is owed to holders, as pointers name it. */
const owedIn = ({ table }: ReviewWorld): string[] =>
  table
    .items()
    .filter((one) => clashWork.isOf(one))
    .map((one) => clashWork.pointerTo(one).id)

const follows =
  (id: string): Doing =>
  (at) =>
    followClash(at, id)

const followAll = async (at: ReviewWorld): Promise<void> => {
  for (const id of owedIn(at)) await followClash(at, id)
}

const refused = async (at: ReviewWorld): Promise<Doing> => {
  const sent = await submission(at, await enter(at))
  return (its) => submit(its, sent)
}

/** Somebody holds a person, and others were refused because of that: so many times. */
const begun = async (times: number, settings: Record<string, unknown> = {}) => {
  const at = proofingWorld({ checks: { accountsPerPerson: 1 }, ...settings })
  const { user: holder, id } = await verified(at)
  for (let nth = 0; nth < times; nth += 1) {
    const doing = await refused(at)
    expectRefused(codeOf((await doing(at)) as never))
  }
  return { at, holder, id, owed: owedIn(at) }
}

const expectRefused = (code: string): void => {
  if (code !== 'identity_unavailable') throw new Error(`answered ${code}`)
}

const warnedTimes =
  (holder: User, times: number) =>
  (_answers: Answers, at: ReviewWorld): readonly string[] => [
    ...(warningsOf(at.table.items(), holder.accountId) === times ? [] : [`warned otherwise than ${times} times`]),
    ...(owedIn(at).length === 0 ? [] : ['somebody is owed a warning still']),
  ]

/** X5 holders of a person who are told that somebody tried. */
export const clashMeetings: readonly Meeting<ReviewWorld>[] = [
  {
    name: 'two who were refused, and a holder who is warned once a day',
    async prepare() {
      const { at, holder, owed } = await begun(2)
      return {
        ...{ at, first: follows(String(owed[0])), second: follows(String(owed[1])) },
        judge: warnedTimes(holder, 1),
      }
    },
  },
  {
    name: 'two workers that have the same warning',
    async prepare() {
      const { at, holder, owed } = await begun(1, { proofing: { clashesToldPerDay: 2 } })
      const first = follows(String(owed[0]))
      return { at, first, second: first, after: followAll, judge: warnedTimes(holder, 1) }
    },
  },
  {
    name: 'a holder who is warned, and a person who clears their account',
    async prepare() {
      const { at, holder, id, owed } = await begun(1)
      const name = await disputed(at, holder, id)
      valueIn(await takeClaim(at, WANG, name))
      const second: Doing = (its) => decideCase(its, WANG, { name, ...upholding, note: '已核查' })
      return { at, first: follows(String(owed[0])), second, after: followAll }
    },
  },
  {
    name: 'two who are refused at once, and the holder hears of it',
    async prepare() {
      const { at, holder } = await begun(0)
      const [first, second] = [await refused(at), await refused(at)]
      const judge = ([one, other]: Answers, its: ReviewWorld) => [
        ...(one === 'identity_unavailable' && other === one ? [] : [`answered ${one} and ${other}`]),
        ...warnedTimes(holder, 1)([one, other], its),
      ]
      return { at, first, second, after: followAll, judge }
    },
  },
  {
    name: 'two who paid for the same person, and whoever holds it then hears of the other',
    async prepare() {
      const at = proofingWorld({ checks: { accountsPerPerson: 1 } })
      const [one, other] = [await bought(at), await bought(at)]
      at.queue.sent.length = 0
      const ran =
        (checkId: string): Doing =>
        (its) =>
          runCheck(its, soonOver(checkId))
      // Whoever died while the vendor was asked has neither a match nor a conflict to tell of.
      const judge = (answers: Answers, its: ReviewWorld): readonly string[] => {
        if (!answers.includes('verified') || !answers.includes('identity_in_use')) return []
        const holder = answers[0] === 'verified' ? one.user : other.user
        return warnedTimes(holder, 1)(answers, its)
      }
      return { at, first: ran(one.checkId), second: ran(other.checkId), after: followAll, judge }
    },
  },
]
