import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { decideSecond } from '../../../functions/review/deciding/decide-second.ts'
import type { Deciding } from '../../../functions/review/deciding/judgement.ts'
import type { Reviewer } from '../../../functions/review/deciding/reviewer.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { takeNext } from '../../../functions/review/deciding/take-next.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { openHelp } from '../../../functions/review/help/open-help.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { valueIn } from '../../kit.ts'
import {
  ACCOUNT,
  approving,
  LIN,
  opened,
  type ReviewWorld,
  refusing,
  reviewWorld,
  WANG,
  ZHAO,
} from '../../review/fixture.ts'
import type { Answers } from '../two/meet.ts'
import type { Begin, ReviewMeeting } from './review-run.ts'

const note = '已核对'
const NOTHING = keyAt('ACCOUNT#none', 'NONE')

const takes =
  (name: string, by: Reviewer): Begin =>
  (at) =>
    takeClaim(at, by, name)

const decides =
  (name: string, by: Reviewer, deciding: Deciding): Begin =>
  (at) =>
    decideCase(at, by, { name, ...deciding, note })

const seconds =
  (name: string, by: Reviewer, agrees: boolean): Begin =>
  (at) =>
    decideSecond(at, by, { name, agrees, reason: note })

const asks =
  (name: string, by: Reviewer, what: string): Begin =>
  (at) =>
    askUser(at, by, { name, what: [what] })

const answers =
  (name: string, text: string): Begin =>
  (at) =>
    answerCase(at, ACCOUNT, { name, text })

const withdraws =
  (name: string): Begin =>
  (at) =>
    withdrawCase(at, ACCOUNT, name)

const appeals =
  (name: string): Begin =>
  (at) =>
    appealCase(at, ACCOUNT, { name, text: '请再看' })

const follows =
  (name: string): Begin =>
  async (at) =>
    ok(await followCase(at, name))

/** One after the other; the last is what they are answered. */
const inOrder =
  (...all: readonly Begin[]): Begin =>
  async (at) => {
    let answer: Outcome<unknown> = ok(undefined)
    for (const begin of all) answer = await begin(at)
    return answer
  }

/** The clock jumps, which is an effect of its own, and then somebody does these. */
const later =
  (to: number, ...then: readonly Begin[]): Begin =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return inOrder(...then)(at)
  }

const held = async (kind: string, by: Reviewer = LIN) => {
  const at = reviewWorld()
  const { name, ...of } = await opened(at, kind)
  const { claim } = valueIn(await takeClaim(at, by, name))
  return { at, name, of, until: claim?.until ?? 0 }
}

const waiting = async (kind = 'photos') => {
  const { at, name, of } = await held(kind)
  const { waitUntil = 0 } = valueIn(await askUser(at, LIN, { name, what: at.kinds[kind]?.asks.slice(0, 1) ?? [] }))
  return { at, name, of, waitUntil }
}

/** Lin has decided, and Wang holds it. */
const inSecond = async () => {
  const { at, name } = await held('names')
  valueIn(await decideCase(at, LIN, { name, ...approving, note }))
  const { claim } = valueIn(await takeClaim(at, WANG, name))
  return { at, name, until: claim?.until ?? 0 }
}

/** Of two that exclude each other exactly one comes about. */
const exactlyOne = (given: Answers): string[] =>
  given.filter((one) => one === 'ok').length === 1 ? [] : [`of two that exclude each other: ${given}`]

const bothOk = (given: Answers): string[] => (given.every((one) => one === 'ok') ? [] : [`a second click: ${given}`])

/** Two at a case at the same time, and clocks that jump meanwhile. */
export const reviewMeetings: readonly ReviewMeeting[] = [
  {
    name: 'two who take the same case',
    async prepare() {
      const at = reviewWorld()
      const { name } = await opened(at, 'photos')
      return { at, first: takes(name, LIN), second: takes(name, WANG), judge: exactlyOne }
    },
  },
  {
    name: 'two who take the next one',
    async prepare() {
      const at = reviewWorld()
      await opened(at, 'photos', { subject: 'a' })
      await opened(at, 'photos', { subject: 'b' })
      const next =
        (by: Reviewer): Begin =>
        (its) =>
          takeNext(its, by)
      const judge = (given: Answers, its: ReviewWorld) => {
        const claims = its.table.items().flatMap(({ sk, claimBy }) => (sk.startsWith('REVIEW#') ? [claimBy] : []))
        return [...bothOk(given), ...(new Set(claims).size === 2 ? [] : [`both are on ${claims}`])]
      }
      return { at, first: next(LIN), second: next(WANG), judge }
    },
  },
  {
    name: 'one who holds a case, and another who takes it as soon as that is over',
    async prepare() {
      const { at, name, until } = await held('photos')
      return { at, first: takes(name, LIN), second: later(until, takes(name, WANG)) }
    },
  },
  {
    name: 'one who decides, and the user who takes it back',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: decides(name, LIN, approving), second: withdraws(name), judge: exactlyOne }
    },
  },
  {
    name: 'one who decides when their claim runs out, and another who takes it and decides otherwise',
    async prepare() {
      const { at, name, until } = await held('photos')
      const second = later(until, takes(name, WANG), decides(name, WANG, refusing))
      return { at, first: decides(name, LIN, approving), second, judge: exactlyOne }
    },
  },
  {
    name: 'one who decides, and the clock at which their claim runs out',
    async prepare() {
      const { at, name, until } = await held('photos')
      return { at, first: decides(name, LIN, approving), second: later(until) }
    },
  },
  {
    name: 'one who decides it twice',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: decides(name, LIN, refusing), second: decides(name, LIN, refusing), judge: bothOk }
    },
  },
  {
    name: 'one who decides it in two ways',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: decides(name, LIN, refusing), second: decides(name, LIN, approving), judge: exactlyOne }
    },
  },
  {
    name: 'one who asks, and the user who takes it back',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: asks(name, LIN, 'clearer'), second: withdraws(name) }
    },
  },
  {
    name: 'one who asks for two things at once',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: asks(name, LIN, 'clearer'), second: asks(name, LIN, 'back_side'), judge: exactlyOne }
    },
  },
  {
    name: 'one who asks, and decides in another tab',
    async prepare() {
      const { at, name } = await held('photos')
      return { at, first: asks(name, LIN, 'clearer'), second: decides(name, LIN, approving), judge: exactlyOne }
    },
  },
  {
    name: 'a user who answers, and the clock that ends it',
    async prepare() {
      const { at, name, waitUntil } = await waiting()
      return { at, first: answers(name, '好了'), second: later(waitUntil, follows(name)), after: follows(name) }
    },
  },
  {
    name: 'a user who takes it back, and the clock that ends it',
    async prepare() {
      const { at, name, waitUntil } = await waiting()
      return { at, first: withdraws(name), second: later(waitUntil, follows(name)), after: follows(name) }
    },
  },
  {
    name: 'a user who answers, and takes it back in another tab',
    async prepare() {
      const { at, name } = await waiting()
      return { at, first: answers(name, '好了'), second: withdraws(name) }
    },
  },
  {
    name: 'a user who answers twice, in other words',
    async prepare() {
      const { at, name } = await waiting()
      return { at, first: answers(name, '好了'), second: answers(name, '重拍了'), judge: exactlyOne }
    },
  },
  {
    name: 'the clock that ends it, seen by two',
    async prepare() {
      const { at, name, waitUntil } = await waiting()
      at.time.now = waitUntil
      return { at, first: follows(name), second: follows(name) }
    },
  },
  {
    name: 'somebody who asks for help anew, and the clock that ends what they asked before',
    async prepare() {
      const { at, name, of, waitUntil } = await waiting('help')
      const help: Begin = (its) => openHelp(its, ACCOUNT, { subject: of.subject, text: '新的', language: 'zh' })
      return { at, first: later(waitUntil, help), second: later(waitUntil, follows(name)) }
    },
  },
  {
    name: 'somebody who asks for the same help twice',
    async prepare() {
      const at = reviewWorld()
      const help: Begin = (its) => openHelp(its, ACCOUNT, { subject: 'account', text: '打不开', language: 'zh' })
      return { at, first: help, second: help, judge: bothOk }
    },
  },
  {
    name: 'one who decides, and the clock that rings',
    async prepare() {
      const { at, name, until } = await held('photos')
      at.time.now = until - MINUTE + 6 * HOUR
      valueIn(await takeClaim(at, LIN, name))
      return { at, first: decides(name, LIN, approving), second: follows(name), after: follows(name) }
    },
  },
  {
    name: 'the first of two, and the user who takes it back',
    async prepare() {
      const { at, name } = await held('names')
      return { at, first: decides(name, LIN, approving), second: withdraws(name), judge: exactlyOne }
    },
  },
  {
    name: 'the second of two, and a third who does not agree when the claim of that one is over',
    async prepare() {
      const { at, name, until } = await inSecond()
      const second = later(until, takes(name, ZHAO), seconds(name, ZHAO, false))
      return { at, first: seconds(name, WANG, true), second, judge: exactlyOne }
    },
  },
  {
    name: 'the second of two who agrees, and does not in another tab',
    async prepare() {
      const { at, name } = await inSecond()
      return { at, first: seconds(name, WANG, true), second: seconds(name, WANG, false), judge: exactlyOne }
    },
  },
  {
    name: 'the first of two who takes it again and agrees, and the second',
    async prepare() {
      const { at, name, until } = await inSecond()
      const second = later(until, takes(name, LIN), seconds(name, LIN, true))
      return { at, first: seconds(name, WANG, true), second }
    },
  },
  {
    name: 'a user who appeals twice',
    async prepare() {
      const { at, name } = await held('photos')
      valueIn(await decideCase(at, LIN, { name, ...refusing, note }))
      return { at, first: appeals(name), second: appeals(name), judge: bothOk }
    },
  },
  {
    name: 'who had refused and who had not, at the appeal against it',
    async prepare() {
      const { at, name } = await held('photos')
      valueIn(await decideCase(at, LIN, { name, ...refusing, note }))
      const appeal = caseIdOf(valueIn(await appealCase(at, ACCOUNT, { name, text: '请再看' })))
      const both = (by: Reviewer): Begin => inOrder(takes(appeal, by), decides(appeal, by, approving))
      return { at, first: both(LIN), second: both(WANG), after: both(ZHAO) }
    },
  },
]
