import * as z from 'zod/mini'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { isValid, type Proof } from '../../evidence/evidence.ts'
import { type Document, documentRefusalReasons, documentRemedies, documentStatuses, remedyOf } from './document.ts'

const time = z.iso.datetime()

/** An identity card as its account sees it: nothing of what stands on it but until when it is valid. */
export const documentShown = z.strictObject({
  id: z.string(),
  status: z.enum(documentStatuses),
  reason: z.nullable(z.enum(documentRefusalReasons)),
  /** What may help then. */
  remedy: z.nullable(z.enum(documentRemedies)),
  retryAt: z.nullable(time),
  handedInAt: time,
  decidedAt: z.nullable(time),
  validUntil: z.nullable(time),
  /** Whether it is what proves the document now. */
  valid: z.boolean(),
})

/** Whether what the document proved is what counts at `now`, of all that is proven of the account. */
const counts = ({ status, decidedAt }: Document, proofs: readonly Proof[], now: Millis): boolean =>
  status === 'proven' &&
  proofs.some((proof) => proof.kind === 'id_document' && proof.at === decidedAt && isValid(proof, now))

/** `proofs`: what is proven of the account by now. */
export const showDocument = (of: Document, proofs: readonly Proof[], now: Millis): z.infer<typeof documentShown> => ({
  id: of.id,
  status: of.status,
  reason: of.reason ?? null,
  remedy: of.reason === undefined ? null : remedyOf[of.reason],
  retryAt: rfc3339If(of.retryAt),
  handedInAt: rfc3339(of.handedInAt),
  decidedAt: rfc3339If(of.decidedAt),
  validUntil: rfc3339If(of.validUntil),
  valid: counts(of, proofs, now),
})
