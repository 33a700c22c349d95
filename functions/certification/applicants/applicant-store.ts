import * as z from 'zod/mini'
import { listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  below,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { companyFields } from '../company/checker.ts'
import { applicationKeys, applicationLists } from '../keys.ts'
import { type Applicant, type ApplicantEvent, applicantStatuses, applicantTransitions } from './applicant.ts'
import { applicantKinds } from './applicant-kinds.ts'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  kind: z.enum(applicantKinds),
  status: z.enum(applicantStatuses),
  createdAt: z.number(),
  creditCode: z.optional(text),
  companyName: z.optional(text),
  representative: z.optional(
    z.object({
      maskedName: text,
      maskedIdNumber: text,
      personIndex: text,
      sealed: z.object({ wrappedKey: text, name: text, idNumber: text }),
    }),
  ),
  claim: z.optional(
    z.object({
      id: text,
      vendor: text,
      spent: z.optional(z.object({ vendor: text, day: text, shard: z.int(), cost: z.int() })),
    }),
  ),
  leaseUntil: z.optional(z.number()),
  checkedAt: z.optional(z.number()),
  differs: z.optional(z.array(z.enum(companyFields))),
  retryAt: z.optional(z.number()),
  changes: z.int(),
})

/** The applicant in an item. */
export const applicantOf = (item: Item): Applicant => z.parse(stored, item)

const written = ({ differs, representative, claim, ...of }: Applicant) => ({
  ...of,
  claim: claim && { ...claim, spent: claim.spent && { ...claim.spent } },
  differs: differs && [...differs],
  representative: representative && { ...representative, sealed: { ...representative.sealed } },
  ...listedAt(accountLists.named(of.id), of.createdAt),
})

const keyOf = ({ accountId, id }: Pick<Applicant, 'accountId' | 'id'>) => applicationKeys.applicant(accountId, id)

/** Why an account keeps no further applicant. */
const APPLICANT_LIMIT = 'applicant_limit'

const foundBy = (by: 'code' | 'name', value: string | undefined, { accountId, id, createdAt }: Applicant): Put[] =>
  value === undefined
    ? []
    : [
        put(applicationKeys.company(accountId, id, by), {
          ...{ applicant: id, accountId },
          ...listedAt(applicationLists.company(value), createdAt),
        }),
      ]

/** Whose applicant an item names by its code or its name. */
export const companyApplicantIn = (item: Item): { applicant: string; accountId: string } =>
  z.parse(z.object({ applicant: text, accountId: text }), item)

const countIs = (kept: number) => (kept === 0 ? absent('count') : equals('count', kept))

/**
 * An account can apply for that from now on; it keeps no more than `most`. `kept`: it has as many as were read, so that of two that are the same at
 * once one is kept.
 */
export const applicantKept = (of: Applicant, most: number, kept?: number): [Put, ...(Put | Update)[]] => [
  put(keyOf(of), written(of), isNew),
  ...foundBy('code', of.creditCode, of),
  ...foundBy('name', of.companyName, of),
  update(
    applicationKeys.applicantCount(of.accountId),
    { add: { count: 1 } },
    kept !== undefined ? countIs(kept) : most > 0 ? any(absent('count'), below('count', most)) : below('count', 0),
    APPLICANT_LIMIT,
  ),
]

/** Why a write about an applicant comes to nothing: it is not as it was read. */
export const APPLICANT_MOVED = 'applicant_moved'

/** The applicant as it is after an event, if it is as it was read. */
export const applicantMoved = (before: Applicant, on: ApplicantEvent, after: Applicant): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }),
    all(stateAllows(applicantTransitions, on), equals('status', before.status), equals('changes', before.changes)),
    APPLICANT_MOVED,
  )
