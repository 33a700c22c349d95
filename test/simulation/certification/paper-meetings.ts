import { beijingDay, beijingDayStart, DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { certificationWorld, certifies, claims, follows } from '../../certification/applications/applying.ts'
import { certifiedOfEnterprise, heldOfEnterprise, paperEvents } from '../../certification/papers/of-enterprise.ts'
import { NOON, valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { CertificationMeeting } from './certification-run.ts'
import { runsOut } from './runs-out.ts'

const open = { kind: 'business_licence', day: 'open' } as const
const letterOf = (at: number) => ({ kind: 'authorisation_letter', day: beijingDay(at) }) as const
const endOf = (at: number): number => beijingDayStart(beijingDay(at)) + 90 * DAY

/** Two at an application whose papers run out. */
export const paperMeetings: readonly CertificationMeeting[] = [
  {
    name: 'two who come by to remind of a paper',
    async prepare() {
      const at = certificationWorld()
      const of = await certifiedOfEnterprise(at, [open, letterOf(NOON)])
      at.time.now = endOf(NOON) - 30 * DAY
      const judge = (_answers: unknown, its: ReviewWorld) => {
        const told = paperEvents(its, of).length
        return told === 1 ? [] : [`reminded ${told} times`]
      }
      return { at, first: follows(of), second: follows(of), judge }
    },
  },
  {
    name: 'a person who certifies, and the letter that runs out',
    async prepare() {
      const at = certificationWorld()
      const signed = NOON - 89 * DAY
      const of = await heldOfEnterprise(at, [open, letterOf(signed)])
      at.time.now = Math.max(at.time.now, endOf(signed) - MINUTE)
      valueIn(await claims(of)(at))
      return { at, first: certifies(of), second: runsOut(endOf(signed), async () => 'over') }
    },
  },
]
