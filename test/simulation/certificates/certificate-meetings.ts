import type { Certificate, CertificateEvent } from '../../../functions/certificates/certificate/certificate.ts'
import { certificateMoved, certificateOf } from '../../../functions/certificates/certificate/certificate-store.ts'
import { dueAtOf } from '../../../functions/certificates/certificate/clock.ts'
import { readHolder } from '../../../functions/certificates/certificate/holder-store.ts'
import { afterEvent, certificateStanding } from '../../../functions/certificates/certificate/standing.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { certificateTold } from '../../../functions/certificates/telling/told-store.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { certificateAt, heldAnew } from '../../certificates/certifying.ts'
import { certifies } from '../../certification/applications/applying.ts'
import { runsOut } from '../certification/runs-out.ts'
import type { CertificateMeeting } from './certificate-run.ts'
import { atRest, clears, follows, offeredTo, type Step, stopsOperating, takes } from './certificate-steps.ts'

/** Somebody moves it as it stands, if it still allows that. */
const moves =
  (
    { id }: Pick<Certificate, 'id'>,
    on: Extract<CertificateEvent, 'suspended' | 'reinstated'>,
    reason: 'misuse' | 'mistake',
  ): Step =>
  async (at) => {
    const item = await at.table.get(certificateKeys.certificate(id))
    if (!item) return 'none'
    const of = certificateOf(item)
    const now = at.time.now
    const standing = certificateStanding(of, await readHolder(at.table, of), now)
    if (standing.status !== (on === 'suspended' ? 'valid' : 'suspended')) return standing.status
    const after = afterEvent(standing, { on, at: now, reason })
    const told = certificateTold({ ...at, now }, of, after, after.steps.slice(of.steps.length))
    const committed = await at.table.commit([certificateMoved(of, on, after, dueAtOf(after)), ...told])
    return committed.kind
  }

/** A renewal that somebody has in hand, minutes before the certificate ends. */
const renewing = async () => {
  const { at, of, end } = await atRest()
  // Whoever has it in hand has it for a while only.
  at.time.now = end - 10 * MINUTE
  const anew = await heldAnew(at, of)
  at.time.now = end - MINUTE
  return { at, of: anew, end, certificate: certificateAt(at, of) }
}

const resting = async () => {
  const { at, of, end } = await atRest()
  return { at, of, end, certificate: certificateAt(at, of) }
}

/** Two at a certificate at the same time. */
export const certificateMeetings: readonly CertificateMeeting[] = [
  {
    name: 'two who come by at its end',
    async prepare() {
      const { at, end, certificate } = await resting()
      at.time.now = end
      return { at, first: follows(certificate), second: follows(certificate) }
    },
  },
  {
    name: 'two who come by to remind of its end',
    async prepare() {
      const { at, end, certificate } = await resting()
      at.time.now = end - 90 * DAY
      return { at, first: follows(certificate), second: follows(certificate) }
    },
  },
  {
    name: 'a person who renews it, and the clock that ends it',
    async prepare() {
      const { at, of, end, certificate } = await renewing()
      return { at, first: certifies(of), second: runsOut(end, (its) => follows(certificate)(its) as Promise<string>) }
    },
  },
  {
    name: 'a person who renews it twice',
    async prepare() {
      const { at, of } = await renewing()
      return { at, first: certifies(of), second: certifies(of) }
    },
  },
  {
    name: 'a person who renews it, and whoever has it becomes nobody',
    async prepare() {
      const { at, of } = await renewing()
      return { at, first: certifies(of), second: clears(of.user) }
    },
  },
  {
    name: 'a person who renews it, and another who suspends it',
    async prepare() {
      const { at, of, certificate } = await renewing()
      return { at, first: certifies(of), second: moves(certificate, 'suspended', 'misuse') }
    },
  },
  {
    name: 'whoever has it becomes nobody, and the clock ends it',
    async prepare() {
      const { at, of, end, certificate } = await resting()
      at.time.now = end - MINUTE
      return { at, first: clears(of.user), second: runsOut(end, (its) => follows(certificate)(its) as Promise<string>) }
    },
  },
  {
    name: 'whoever has it becomes nobody, and one who comes by to remind of its end',
    async prepare() {
      const { at, of, end, certificate } = await resting()
      at.time.now = end - 60 * DAY
      return { at, first: clears(of.user), second: follows(certificate) }
    },
  },
  {
    name: 'another takes the app on, and whoever gave it becomes nobody',
    async prepare() {
      const { at, of } = await resting()
      const to = await offeredTo(at, of)
      return { at, first: takes(of, to), second: clears(of.user) }
    },
  },
  {
    name: 'another takes the app on, and becomes nobody',
    async prepare() {
      const { at, of } = await resting()
      const to = await offeredTo(at, of)
      return { at, first: takes(of, to), second: clears(to) }
    },
  },
  {
    name: 'another takes the app on, and the clock ends it',
    async prepare() {
      const { at, of, end, certificate } = await resting()
      const to = await offeredTo(at, of)
      at.time.now = end - MINUTE
      return { at, first: takes(of, to), second: runsOut(end, (its) => follows(certificate)(its) as Promise<string>) }
    },
  },
  {
    name: 'a register that says it does not operate, and whoever has it becomes nobody',
    async prepare() {
      const { at, of, certificate } = await resting()
      return { at, first: stopsOperating(certificate), second: clears(of.user) }
    },
  },
  {
    name: 'one who lifts a suspension, and the clock that would have ended it',
    async prepare() {
      const { at, end, certificate } = await resting()
      await moves(certificate, 'suspended', 'misuse')(at)
      at.time.now = end - MINUTE
      const late = runsOut(end, (its) => follows(certificate)(its) as Promise<string>)
      return { at, first: moves(certificate, 'reinstated', 'mistake'), second: late }
    },
  },
]
