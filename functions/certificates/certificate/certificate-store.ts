import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { due, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, equals, type Item, isNew, type Put, put, type Value } from '../../../shared/table/write.ts'
import { applicantKinds } from '../../certification/applicants/applicant-kinds.ts'
import { appKinds, platforms } from '../../certification/platforms/platform-ids.ts'
import { certificateKeys, certificateLists } from '../keys.ts'
import {
  type Certificate,
  type CertificateEvent,
  certificateReasons,
  certificateStatuses,
  certificateStepEvents,
  certificateTransitions,
  pageSights,
} from './certificate.ts'

const text = z.string()
const at = z.number()

const stored = z.object({
  id: text,
  appId: text,
  accountId: text,
  epoch: z.int(),
  application: text,
  kind: z.enum(applicantKinds),
  organisation: z.optional(z.object({ name: text, creditCode: text })),
  heldSince: z.optional(at),
  name: text,
  names: z.array(z.object({ name: text, from: at, until: at })),
  appKind: z.enum(appKinds),
  platformIds: z.array(z.object({ platform: z.enum(platforms), id: text })),
  issuedAt: at,
  validUntil: at,
  checkedAt: at,
  status: z.enum(certificateStatuses),
  steps: z.array(
    z.object({
      at,
      on: z.enum(certificateStepEvents),
      status: z.enum(certificateStatuses),
      reason: z.optional(z.enum(certificateReasons)),
    }),
  ),
  reminded: z.int(),
  hasNumber: z.optional(z.boolean()),
  wakeAt: z.optional(at),
  notOperating: z.optional(z.boolean()),
  page: z.optional(z.object({ url: text, since: at })),
  looks: z.optional(z.object({ at, misses: z.int(), saw: z.optional(z.enum(pageSights)), seenAt: z.optional(at) })),
  decided: z.optional(z.object({ by: z.array(text), at, words: z.optional(text) })),
  appealed: z.optional(z.int()),
  openReport: z.optional(text),
  openPage: z.optional(text),
  openAppeal: z.optional(text),
  changes: z.int(),
})

/** The certificate in an item. */
export const certificateOf = (item: Item): Certificate => z.parse(stored, item)

const keyOf = ({ id }: Pick<Certificate, 'id'>) => certificateKeys.certificate(id)

/** `dueAt`: when the clock has something to do about it next (epoch ms). */
const written = (of: Certificate, dueAt: Millis | undefined): Record<string, Value | undefined> => ({
  ...of,
  organisation: of.organisation && { ...of.organisation },
  names: of.names.map((one) => ({ ...one })),
  platformIds: of.platformIds.map((one) => ({ ...one })),
  steps: of.steps.map((one) => ({ ...one })),
  page: of.page && { ...of.page },
  looks: of.looks && { ...of.looks },
  decided: of.decided && { ...of.decided, by: [...of.decided.by] },
  ...listedAt(certificateLists.ofAccount(of.accountId), of.issuedAt),
  ...(dueAt !== undefined && due(keyOf(of), dueAt)),
})

/** Why a move comes to nothing: somebody else was faster, or the clock. */
export const CERTIFICATE_MOVED = 'certificate_moved'

/** A certificate comes into being. Belongs in the commit that certifies the app. */
export const certificateIssued = (of: Certificate, dueAt: Millis | undefined): Put =>
  put(keyOf(of), written(of, dueAt), isNew, CERTIFICATE_MOVED)

/** It is as it is after an event, if it still is as it was read. */
export const certificateMoved = (
  before: Certificate,
  on: CertificateEvent,
  after: Certificate,
  dueAt: Millis | undefined,
): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }, dueAt),
    all(stateAllows(certificateTransitions, on), equals('status', before.status), equals('changes', before.changes)),
    CERTIFICATE_MOVED,
  )

/** Something about it that is no event: a page, a look, a case. The same condition. */
export const certificateKept = (before: Certificate, after: Certificate, dueAt: Millis | undefined): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }, dueAt),
    all(equals('status', before.status), equals('changes', before.changes)),
    CERTIFICATE_MOVED,
  )
