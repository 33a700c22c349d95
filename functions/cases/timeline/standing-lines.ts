import type { Appeal } from '../../account/bans/appeal.ts'
import type { Ban } from '../../account/bans/ban.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { type Complaint, complaintName } from '../../complaints/complaint.ts'
import type { Message } from '../../messaging/sending/message.ts'
import type { Line } from './line.ts'

/** A message to or from the account, without its words; whether it was delivered. */
export const messageLine = ({ id, createdAt, status, channel, reason }: Message): Line => ({
  at: createdAt,
  id,
  kind: 'message',
  event: status,
  subject: id,
  vendor: channel,
  reason,
})

/** A ban that stands. Those that were lifted are told by the deeds. */
export const banLine = (accountId: string, ban: Ban): Line => ({
  at: ban.since,
  id: `ban.${ban.by}`,
  kind: 'ban',
  event: 'banned',
  subject: accountId,
  reason: ban.by === 'platform' ? ban.reason : ban.by,
})

/** The last appeal was opened, and decided. */
export const appealLines = ({ accountId, createdAt, decidedAt, status, reason }: Appeal): Line[] => {
  const of = { kind: 'appeal', subject: accountId } as const
  return [
    { ...of, at: createdAt, id: 'appeal.0', event: 'opened' },
    ...(decidedAt === undefined ? [] : [{ ...of, at: decidedAt, id: 'appeal.1', event: status, reason } as const]),
  ]
}

/** A complaint was opened at its channel, answered, ended by us, found malicious. */
export const complaintLines = (complaint: Complaint): Line[] => {
  const { channel, complaintId, openedAt, completedAt, answers, maliciousAt, problem } = complaint
  const [orderId] = complaint.orders.flatMap((one) => one.orderId ?? [])
  const name = complaintName(complaint)
  const of = { kind: 'complaint', subject: complaintId, channel, number: complaintId, orderId } as const
  return [
    { ...of, at: openedAt, id: `${name}.0`, event: 'opened', reason: problem },
    ...answers.map(({ at }) => ({ ...of, at, id: `${name}.1.${at}`, event: 'replied' }) as const),
    ...(completedAt === undefined ? [] : [{ ...of, at: completedAt, id: `${name}.2`, event: 'completed' } as const]),
    ...(maliciousAt === undefined ? [] : [{ ...of, at: maliciousAt, id: `${name}.3`, event: 'malicious' } as const]),
  ]
}

/** Something that an operator, the platform for its user or a function of ours did, and why. */
export const deedLine = ({ at, id, action, subject, detail, purpose, fields, reason, by }: AuditRecord): Line => ({
  ...{ at, id, kind: 'deed', event: action, subject, detail, purpose, fields, by },
  // An identity is opened without words of anybody's.
  ...(reason !== '' && { reason }),
})
