import { openDispute } from '../../../functions/proofing/disputing/open-dispute.ts'
import { pauseSending } from '../../../functions/proofing/disputing/pause-sending.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import type { Deciding } from '../../../functions/review/deciding/judgement.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { dismissing, disputed, proofingWorld, twice, upholding, verified } from '../../proofing/fixture.ts'
import { type ReviewWorld, WANG } from '../../review/fixture.ts'
import { bought, person, type User } from '../../world.ts'
import { type Begin, type ReviewMeeting, soonOver } from '../review/review-run.ts'
import type { Answers } from '../two/meet.ts'
import { proofingFaults } from './proofing-rules.ts'

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

/** Somebody has asked for the code that pauses, and sends it with the rest. */
const pauses = async (at: ReviewWorld, user: User, id: string): Promise<Begin> => {
  const { phone, idNumber } = person('match')
  valueIn(await askCode(at, { phone, token: user.token }))
  const proving = { id, phone, smsCode: lastCode(at, phone), idLastFour: idNumber.slice(-4) }
  return (its) => pauseSending(its, claimOf(user.token), proving)
}

const decides =
  (name: string, deciding: Deciding): Begin =>
  (at) =>
    decideCase(at, WANG, { name, ...deciding, note: '已核查' })

const disputes =
  ({ accountId }: User, id: string): Begin =>
  (at) =>
    openDispute(at, accountId, { id, language: 'zh' })

const checks =
  (checkId: string): Begin =>
  async (at) =>
    ok(await runCheck(at, soonOver(checkId)))

/** The clock jumps, and its worker comes by. */
const runsOut =
  (name: string, to: number): Begin =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return ok(await followCase(at, name))
  }

const begun = async () => {
  const at = proofingWorld()
  const { user, id } = await verified(at)
  const name = await disputed(at, user, id)
  valueIn(await takeClaim(at, WANG, name))
  return { at, user, id, name }
}

const judge = (_answers: Answers, at: ReviewWorld) => proofingFaults(at.table.items())

/** Two at a verification that was not them, or not, at the same time. */
export const proofingMeetings: readonly ReviewMeeting[] = [
  {
    name: 'one who pauses, and a person who finds that it stands',
    async prepare() {
      const { at, user, id, name } = await begun()
      return { at, first: await pauses(at, user, id), second: decides(name, dismissing), judge }
    },
  },
  {
    name: 'one who pauses, and a person who finds that it was not them',
    async prepare() {
      const { at, user, id, name } = await begun()
      return { at, first: await pauses(at, user, id), second: decides(name, upholding), judge }
    },
  },
  {
    name: 'one who pauses twice',
    async prepare() {
      const { at, user, id } = await begun()
      const pause = await pauses(at, user, id)
      return { at, first: pause, second: pause, judge }
    },
  },
  {
    name: 'one who pauses, and takes it back in another tab',
    async prepare() {
      const { at, user, id, name } = await begun()
      const second: Begin = (its) => withdrawCase(its, user.accountId, name)
      return { at, first: await pauses(at, user, id), second, judge }
    },
  },
  {
    name: 'one who pauses, and the clock that ends their case',
    async prepare() {
      const { at, user, id, name } = await begun()
      const { waitUntil = 0 } = valueIn(await askUser(at, WANG, { name, what: ['what_happened'] }))
      at.time.now = waitUntil - 1000
      const second = runsOut(name, waitUntil)
      const after = (its: ReviewWorld) => runsOut(name, waitUntil)(its)
      return { at, first: await pauses(at, user, id), second, after, judge }
    },
  },
  {
    name: 'one who taps twice that it was not them',
    async prepare() {
      const at = proofingWorld()
      const { user, id } = await verified(at)
      return { at, first: disputes(user, id), second: disputes(user, id), judge }
    },
  },
  {
    name: 'two accounts of a person that say so at once',
    async prepare() {
      const at = proofingWorld()
      const { first, second } = await twice(at)
      return { at, first: disputes(first.user, second.id), second: disputes(second.user, second.id), judge }
    },
  },
  {
    name: 'a person who clears an account, and another that is verified as the same person',
    async prepare() {
      const { at, name } = await begun()
      const { checkId } = await bought(at)
      at.queue.sent.length = 0
      return { at, first: decides(name, upholding), second: checks(checkId), judge }
    },
  },
  {
    name: 'two accounts that are verified as the same person at once',
    async prepare() {
      const at = proofingWorld()
      const [one, other] = [await bought(at), await bought(at)]
      at.queue.sent.length = 0
      return { at, first: checks(one.checkId), second: checks(other.checkId), judge }
    },
  },
]
