import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { endSilence } from '../../../functions/review/following/end-silence.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import {
  type Applied,
  applicationAt,
  caseNameOf,
  certificationWorld,
  certifies,
  claims,
  corrects,
  follows,
  inReview,
  refuses,
  returned,
  withdraws,
} from '../../certification/applications/applying.ts'
import { givesBackByItself, reversalOf } from '../../certification/applications/reversal.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { CertificationMeeting } from './certification-run.ts'
import { runsOut } from './runs-out.ts'

const held = async (of: Applied, at: ReviewWorld): Promise<void> => void valueIn(await claims(of)(at))

/** Two at an application that people look at, or have returned. */
export const reviewedMeetings: readonly CertificationMeeting[] = [
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
]
