import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { endSilence } from '../../../functions/review/following/end-silence.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import {
  type Applied,
  administrator,
  applicationAt,
  begins,
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
  ordered,
  paying,
  refuses,
  returned,
  submits,
  submitted,
  withdraws,
} from '../../certification/applications/applying.ts'
import { givesBackByItself, reversalOf } from '../../certification/applications/reversal.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { CertificationMeeting } from './certification-run.ts'
import { pays, type Step } from './certification-steps.ts'
import { lateMeetings } from './late-meetings.ts'
import { runsOut } from './runs-out.ts'

const held = async (of: Applied, at: ReviewWorld): Promise<void> => void valueIn(await claims(of)(at))

/** Two at an application at the same time. */
export const certificationMeetings: readonly CertificationMeeting[] = [
  {
    name: 'one who begins two applications for an app',
    async prepare() {
      const at = certificationWorld()
      const mine = await administrator(at)
      const begin: Step = (its) => begins(its, mine)
      return { at, first: begin, second: begin }
    },
  },
  {
    name: 'two who ask for names that look alike',
    async prepare() {
      const at = certificationWorld()
      const one = await drafted(at, '晨光读书', '朝霞文摘', 0)
      const other = await drafted(at, '夜航读书', '朝霞 文摘', 1)
      return { at, first: (its) => submits(its, one), second: (its) => submits(its, other) }
    },
  },
  {
    name: 'one who sends in twice',
    async prepare() {
      const at = certificationWorld()
      const of = await drafted(at)
      const submit: Step = (its) => submits(its, of)
      return { at, first: submit, second: submit }
    },
  },
  {
    name: 'one who confirms twice',
    async prepare() {
      const at = certificationWorld()
      const of = await submitted(at)
      const confirm = await confirming(at, of)
      return { at, first: confirm, second: confirm }
    },
  },
  {
    name: 'one who confirms, and the clock that ends it',
    async prepare() {
      const at = certificationWorld()
      const of = await submitted(at)
      const { confirmUntil = 0 } = applicationAt(at, of)
      at.time.now = confirmUntil - MINUTE
      return { at, first: await confirming(at, of), second: runsOut(confirmUntil, follows(of)) }
    },
  },
  {
    name: 'one who confirms, and takes it back in another tab',
    async prepare() {
      const at = certificationWorld()
      const of = await submitted(at)
      return { at, first: await confirming(at, of), second: withdraws(of) }
    },
  },
  {
    name: 'a payment, and the clock that ends it',
    async prepare() {
      const at = certificationWorld()
      const of = await confirmed(at)
      const { payUntil = 0, paidUntil = 0 } = applicationAt(at, of)
      at.time.now = payUntil - MINUTE
      const fact = await paying(at, of, await ordered(at, of))
      return { at, first: pays(fact), second: runsOut(paidUntil, follows(of)) }
    },
  },
  {
    name: 'a payment, and one who takes it back',
    async prepare() {
      const at = certificationWorld()
      const of = await confirmed(at)
      const fact = await paying(at, of, await ordered(at, of))
      return { at, first: pays(fact), second: withdraws(of) }
    },
  },
  {
    name: 'two payments for one application',
    async prepare() {
      const at = certificationWorld()
      const of = await confirmed(at)
      const one = await paying(at, of, await ordered(at, of))
      at.time.now += 25 * MINUTE
      const other = await paying(at, of, await ordered(at, of, 'k2'))
      return { at, first: pays(one), second: pays(other) }
    },
  },
  {
    name: 'a person who takes it, and one who takes it back',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      return { at, first: claims(of), second: withdraws(of) }
    },
  },
  {
    name: 'one who takes it back twice',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      return { at, first: withdraws(of), second: withdraws(of) }
    },
  },
  {
    name: 'a person who certifies twice',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      await held(of, at)
      return { at, first: certifies(of), second: certifies(of) }
    },
  },
  {
    name: 'a person who certifies, and refuses in another tab',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      await held(of, at)
      return { at, first: certifies(of, 'name_unfit'), second: refuses(of) }
    },
  },
  {
    name: 'a person who certifies, and the clock that gives the fee back',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      const { decideBy = 0 } = applicationAt(at, of)
      at.time.now = decideBy - MINUTE
      await held(of, at)
      return { at, first: certifies(of), second: runsOut(decideBy, follows(of)) }
    },
  },
  {
    name: 'a person who refuses, and the clock that gives the fee back',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      const { decideBy = 0 } = applicationAt(at, of)
      at.time.now = decideBy - MINUTE
      await held(of, at)
      return { at, first: refuses(of), second: runsOut(decideBy, follows(of)) }
    },
  },
  {
    name: 'a person who certifies, and the channel that gives the fee back by itself',
    async prepare() {
      const at = certificationWorld()
      const of = await inReview(at)
      const reversal = reversalOf(at, of)
      await held(of, at)
      const first = certifies(of)
      return { at, first, second: givesBackByItself(of, reversal), after: (its) => absorbForcedRefund(its, reversal) }
    },
  },
  {
    name: 'one who sends it again, and the channel that gives the fee back by itself',
    async prepare() {
      const at = certificationWorld()
      const of = await returned(at)
      const reversal = reversalOf(at, of)
      const first = corrects(of)
      return { at, first, second: givesBackByItself(of, reversal), after: (its) => absorbForcedRefund(its, reversal) }
    },
  },
  {
    name: 'one who sends it again twice',
    async prepare() {
      const at = certificationWorld()
      const of = await returned(at)
      return { at, first: corrects(of), second: corrects(of) }
    },
  },
  {
    name: 'one who sends it again, and the clock that ends it',
    async prepare() {
      const at = certificationWorld()
      const of = await returned(at)
      const { correctUntil = 0 } = applicationAt(at, of)
      at.time.now = correctUntil - MINUTE
      return { at, first: corrects(of), second: runsOut(correctUntil, (its) => endSilence(its, caseNameOf(of))) }
    },
  },
  {
    name: 'one who sends it again, and takes it back in another tab',
    async prepare() {
      const at = certificationWorld()
      const of = await returned(at)
      return { at, first: corrects(of), second: withdraws(of) }
    },
  },
  ...lateMeetings,
]
