import type { Disclosure, Given } from '../../consent/permit.ts'
import type { Document } from '../../documents/checking/document.ts'
import type { FaceCheck } from '../../face/check/face-check.ts'
import type { Verification } from '../../verification/verification.ts'
import type { Line, LineEvent } from './line.ts'

/** A verification was submitted, and ended. */
export const verificationLines = ({
  id,
  orderId,
  createdAt,
  decidedAt,
  status,
  reason,
}: Pick<Verification, 'id' | 'orderId' | 'createdAt' | 'decidedAt' | 'status' | 'reason'>): Line[] => {
  const of = { kind: 'verification', subject: id, orderId } as const
  return [
    { ...of, at: createdAt, id: `${id}.0`, event: 'submitted' },
    ...(decidedAt === undefined ? [] : [{ ...of, at: decidedAt, id: `${id}.1`, event: status, reason }]),
  ]
}

/** A call to a vendor: `check` names what it was made for, with the look of the platform where it was one. */
export type ToldCall = {
  check: string
  verificationId: string
  orderId?: string
  vendor: string
  calledAt: number
  status: 'ready' | 'calling' | 'done' | 'unknown'
  vendorCode?: string
  requestId?: string
}

const callEvents: Record<ToldCall['status'], LineEvent> = {
  ready: 'called',
  calling: 'called',
  done: 'answered',
  unknown: 'unanswered',
}

/** A vendor was asked. */
export const callLine = ({ check, verificationId, orderId, vendor, calledAt, ...call }: ToldCall): Line => ({
  at: calledAt,
  id: check,
  kind: 'vendor_call',
  event: callEvents[call.status],
  subject: verificationId,
  orderId,
  vendor,
  number: call.requestId,
  reason: call.vendorCode,
})

/** A confirmation by face began, and ended. */
export const faceCheckLines = ({ id, openedAt, decidedAt, status, reason, vendor }: FaceCheck): Line[] => {
  const of = { kind: 'face_check', subject: id, vendor } as const
  return [
    { ...of, at: openedAt, id: `${id}.0`, event: 'opened' },
    ...(decidedAt === undefined ? [] : [{ ...of, at: decidedAt, id: `${id}.1`, event: status, reason }]),
  ]
}

/** An identity card was handed in by photos, and its check ended. */
export const documentLines = ({ id, handedInAt, decidedAt, status, reason }: Document): Line[] => {
  const of = { kind: 'document', subject: id } as const
  return [
    { ...of, at: handedInAt, id: `${id}.0`, event: 'submitted' },
    ...(decidedAt === undefined ? [] : [{ ...of, at: decidedAt, id: `${id}.1`, event: status, reason }]),
  ]
}

/** Somebody agreed to something, by what for. */
export const consentLine = ({ id, agreedAt, purpose }: Pick<Given, 'id' | 'purpose'> & { agreedAt: number }): Line => ({
  at: agreedAt,
  id: `${id}.${purpose}`,
  kind: 'consent',
  event: 'agreed',
  subject: id,
  reason: purpose,
})

/** Something of somebody was handed on, by what for. */
export const disclosureLine = ({ id, at, outcome, recipient, purpose }: Disclosure): Line => ({
  at,
  id,
  kind: 'disclosure',
  event: outcome,
  subject: id,
  vendor: recipient,
  reason: purpose,
})
