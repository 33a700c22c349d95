import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import type { Application, FeeState } from '../applications/application.ts'
import { FEE_ITEM } from '../applications/fee.ts'

/**
 * W6 what an invoice over a fee has to say, for whoever runs the platform and issues it: nothing is issued here. `buyer`: name and credit code of an
 * organisation; of a person neither, who is named where they are looked at.
 */
export const invoiceShown = z.strictObject({
  item: z.string(),
  amountFen: z.int(),
  order: z.string(),
  paidAt: z.iso.datetime(),
  buyer: z.strictObject({
    kind: z.enum(applicantKinds),
    name: z.nullable(z.string()),
    creditCode: z.nullable(z.string()),
  }),
})

/** Whose money it is when there is something to invoice: a fee that went back is not. */
const invoiced: readonly FeeState[] = ['held', 'kept']

/** Null where nothing was paid, or it went back. */
export const showInvoice = (
  { fee, paid, kind }: Application,
  applicant: Applicant | undefined,
): z.infer<typeof invoiceShown> | null =>
  paid === undefined || !invoiced.includes(fee)
    ? null
    : {
        ...{ item: FEE_ITEM, amountFen: paid.paidFen, order: paid.orderId, paidAt: rfc3339(paid.paidAt) },
        buyer: { kind, name: applicant?.companyName ?? null, creditCode: applicant?.creditCode ?? null },
      }
