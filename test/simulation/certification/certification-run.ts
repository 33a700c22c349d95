import { followApplication } from '../../../functions/certification/following/follow-application.ts'
import { applicationKeys, applicationWork } from '../../../functions/certification/keys.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import { finalReviewFaults } from '../review/review-rules.ts'
import { type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { certificationFaults, committedFaults } from './certification-rules.ts'

export type CertificationMeeting = Meeting<ReviewWorld>

const rules: Rules<ReviewWorld> = {
  committed: (before, after, { time }) => [
    ...committedFaults(before, after, time.now),
    ...eventFaults(changesBetween(before, after), time.now),
  ],
  final: ({ table }) => [...certificationFaults(table.items()), ...finalReviewFaults(table.items())],
}

/** Whatever applications owe is done, as the sweep sees to it. */
const swept = async (at: ReviewWorld): Promise<void> => {
  const owing = at.table
    .items()
    .filter(({ sk, dueAt }) => sk.startsWith('APPLICATION#') && Number(dueAt) <= at.time.now)
  for (const { accountId, id } of owing)
    await followApplication(
      at,
      applicationWork.pointerTo(applicationKeys.application(String(accountId), String(id))).id,
    )
}

/** Everybody swept before it is looked at. */
const withSweep = (meeting: CertificationMeeting): CertificationMeeting => ({
  ...meeting,
  prepare: async () => {
    const { after, ...rest } = await meeting.prepare()
    return {
      ...rest,
      after: async (at) => {
        await after?.(at)
        await swept(at)
      },
    }
  },
})

/** Lets two meet at an application as placed. */
export const met = (meeting: CertificationMeeting, placement: Placement, layer?: Layer) =>
  meet(rules, withSweep(meeting), placement, layer)

/** Every run of a meeting at an application until one goes wrong. */
export const tried = (meeting: CertificationMeeting, layer?: Layer) => triedBy(rules, withSweep(meeting), layer)
