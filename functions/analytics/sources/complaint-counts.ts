import type { Complaint } from '../../complaints/complaint.ts'
import { isEnded } from '../../complaints/complaint.ts'
import type { Limits } from '../../complaints/following/deadlines.ts'
import type { Tally } from '../counts/counts.ts'

/** A complaint as it stands, on the day it was opened. */
export const countComplaint = (tally: Tally, complaint: Complaint, { replyMs }: Pick<Limits, 'replyMs'>): void => {
  const { channel, openedAt, answeredAt, maliciousAt, status } = complaint
  tally.add('complaints_opened', [channel])
  if (answeredAt !== undefined) {
    const waited = answeredAt - openedAt
    tally.add('complaints_answered', [channel, waited <= replyMs ? 'in_time' : 'late'])
    tally.took('answer_ms', [channel], waited)
  }
  if (isEnded(complaint)) tally.add('complaints_ended', [channel, status])
  if (maliciousAt !== undefined) tally.add('complaints_malicious', [channel])
}
