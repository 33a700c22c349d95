import { MINUTE } from '../../../shared/kernel/time.ts'
import {
  administrator,
  applicationAt,
  begins,
  certificationWorld,
  confirmed,
  confirming,
  drafted,
  follows,
  ordered,
  paying,
  submits,
  submitted,
  withdraws,
} from '../../certification/applications/applying.ts'
import type { CertificationMeeting } from './certification-run.ts'
import { pays, type Step } from './certification-steps.ts'
import { lateMeetings } from './late-meetings.ts'
import { reviewedMeetings } from './reviewed-meetings.ts'
import { runsOut } from './runs-out.ts'

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
  ...reviewedMeetings,
  ...lateMeetings,
]
