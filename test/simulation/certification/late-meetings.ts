import { MINUTE } from '../../../shared/kernel/time.ts'
import {
  applicationAt,
  certificationWorld,
  confirmed,
  follows,
  ordered,
  paying,
  submitted,
} from '../../certification/applications/applying.ts'
import { facing } from '../../certification/applications/late-face.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { Answers } from '../two/meet.ts'
import type { CertificationMeeting } from './certification-run.ts'
import { pays } from './certification-steps.ts'
import { runsOut } from './runs-out.ts'

/** What vendors and channels say late: of a face, of a payment. */
export const lateMeetings: readonly CertificationMeeting[] = [
  {
    name: 'one who confirms by face, and the result that comes late',
    async prepare() {
      const at = certificationWorld()
      const of = await submitted(at)
      const { confirms, result } = await facing(at, of)
      // Nobody is confirmed by a face of which nothing is known yet; once it is, the same counts.
      const judge = ([said]: Answers, its: ReviewWorld) => {
        const { status } = applicationAt(its, of)
        const isRight = said === 'ok' ? status === 'awaiting_payment' : status === 'awaiting_confirmation'
        return isRight ? [] : [`answered ${said}, and is ${status}`]
      }
      return { at, first: confirms, second: result, judge }
    },
  },
  {
    name: 'a face whose result comes late, and the clock that ends what it would confirm',
    async prepare() {
      const at = certificationWorld()
      const of = await submitted(at)
      const { confirmUntil = 0 } = applicationAt(at, of)
      at.time.now = confirmUntil - MINUTE
      const { confirms, result } = await facing(at, of)
      await result(at)
      return { at, first: confirms, second: runsOut(confirmUntil, follows(of)) }
    },
  },
  {
    name: 'a payment that comes when all was over, and is told twice',
    async prepare() {
      const at = certificationWorld()
      const of = await confirmed(at)
      const fact = await paying(at, of, await ordered(at, of))
      at.time.now = (applicationAt(at, of).paidUntil ?? 0) + MINUTE
      await follows(of)(at)
      return { at, first: pays(fact), second: pays(fact) }
    },
  },
]
