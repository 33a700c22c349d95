import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { applicantKinds } from '../../certification/applicants/applicant-kinds.ts'
import { appKinds, platforms } from '../../certification/platforms/platform-ids.ts'
import {
  type Certificate,
  certificateAnswers,
  certificateReasons,
  certificateStatuses,
  certificateStepEvents,
} from '../certificate/certificate.ts'
import type { Asked } from './asked.ts'

const time = z.iso.datetime()

/** W7 what anybody is told of an id: of whom and which app, what it was called, and what became of it. Of people no name and no number. */
export const statementShown = z.strictObject({
  /** 16 characters; null of what cannot be one. */
  id: z.nullable(z.string()),
  answer: z.enum(certificateAnswers),
  /** Whether that can be an id at all: what is mistyped cannot. */
  wellFormed: z.boolean(),
  /** When this was so. */
  asOf: time,
  name: z.nullable(z.string()),
  formerNames: z.array(z.strictObject({ name: z.string(), from: time, until: time })),
  subject: z.nullable(
    z.strictObject({
      kind: z.enum(applicantKinds),
      /** Null of a person. */
      name: z.nullable(z.string()),
      creditCode: z.nullable(z.string()),
    }),
  ),
  app: z.nullable(
    z.strictObject({
      kind: z.enum(appKinds),
      platformIds: z.array(z.strictObject({ platform: z.enum(platforms), id: z.string() })),
    }),
  ),
  issuedAt: z.nullable(time),
  validUntil: z.nullable(time),
  /** When people and registers looked last. */
  checkedAt: z.nullable(time),
  history: z.array(
    z.strictObject({
      at: time,
      on: z.enum(certificateStepEvents),
      status: z.enum(certificateStatuses),
      reason: z.nullable(z.enum(certificateReasons)),
    }),
  ),
  says: z.literal('identity, not quality'),
})
export type Statement = z.infer<typeof statementShown>

const about = ({ organisation, ...of }: Certificate): Omit<Statement, 'id' | 'wellFormed' | 'asOf' | 'says'> => ({
  answer: of.status,
  name: of.name,
  formerNames: of.names.map(({ name, from, until }) => ({ name, from: rfc3339(from), until: rfc3339(until) })),
  subject: { kind: of.kind, name: organisation?.name ?? null, creditCode: organisation?.creditCode ?? null },
  app: { kind: of.appKind, platformIds: of.platformIds.map(({ platform, id }) => ({ platform, id })) },
  issuedAt: rfc3339(of.issuedAt),
  validUntil: rfc3339(of.validUntil),
  checkedAt: rfc3339(of.checkedAt),
  history: of.steps.map(({ at, on, status, reason }) => ({ at: rfc3339(at), on, status, reason: reason ?? null })),
})

const ABOUT_NOTHING: ReturnType<typeof about> = {
  ...{ answer: 'unknown', name: null, formerNames: [], subject: null, app: null },
  ...{ issuedAt: null, validUntil: null, checkedAt: null, history: [] },
}

/** W7 the statement about an id at a moment. Whoever holds the certificate, and by which application, is nobody's business. */
export const showStatement = ({ id, standing }: Asked, now: Millis): Statement => ({
  id: id ?? null,
  wellFormed: id !== undefined,
  asOf: rfc3339(now),
  ...(standing ? about(standing) : ABOUT_NOTHING),
  says: 'identity, not quality',
})
