import { followCertificate } from '../../../functions/certificates/following/follow-certificate.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { askedAround } from './certificate-answers.ts'
import { certificateFaults, committedFaults } from './certificate-rules.ts'

export type CertificateMeeting = Meeting<ReviewWorld>

const rules: Rules<ReviewWorld> = {
  committed: (before, after, { time }) => committedFaults(before, after, time.now),
  final: ({ table, time }) => certificateFaults(table.items(), time.now),
}

const noPage = () => Promise.reject(new Error('no page is registered'))

/** Whatever certificates owe is done, as the sweep sees to it. */
const swept = async (at: ReviewWorld): Promise<void> => {
  const owing = at.table.items().filter(({ sk, dueAt }) => sk === 'CERTIFICATE' && Number(dueAt) <= at.time.now)
  for (const { id } of owing) await followCertificate({ ...at, watch: noPage }, String(id))
}

/** Everybody is asked before it is swept, and after. */
const withAnswers = (meeting: CertificateMeeting): CertificateMeeting => ({
  ...meeting,
  prepare: async () => {
    const { after, judge, ...rest } = await meeting.prepare()
    const asked: string[] = []
    return {
      ...rest,
      after: async (at) => {
        await after?.(at)
        asked.push(...(await askedAround(at, () => swept(at))))
        // Whoever became nobody in the moment of an issue or a handover is found when that is looked at once more.
        at.time.now += HOUR
        await swept(at)
      },
      judge: (answers, at) => [...asked, ...(judge?.(answers, at) ?? [])],
    }
  },
})

/** Lets two meet at a certificate as placed. */
export const met = (meeting: CertificateMeeting, placement: Placement, layer?: Layer) =>
  meet(rules, withAnswers(meeting), placement, layer)

/** Every run of a meeting at a certificate until one goes wrong. */
export const tried = (meeting: CertificateMeeting, layer?: Layer) => triedBy(rules, withAnswers(meeting), layer)
