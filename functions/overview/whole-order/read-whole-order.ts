import type * as z from 'zod/mini'
import { isId } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Complaint } from '../../complaints/complaint.ts'
import { complaintOf } from '../../complaints/complaint-store.ts'
import { findOfAccount } from '../../complaints/find-of-account.ts'
import { consentOf } from '../../consent/consent-store.ts'
import { type consentShown, type disclosureShown, showConsent, showDisclosure } from '../../consent/disclosure-view.ts'
import { findHandedOn } from '../../consent/find-handed-on.ts'
import { consentKeys } from '../../consent/keys.ts'
import { type Booked, bookingsAmong } from '../../payment/ledger/ledger-store.ts'
import { showMoneyBack } from '../../payment/money-back/money-back-view.ts'
import { findOrder } from '../../payment/orders/find-order.ts'
import type { Order } from '../../payment/orders/order.ts'
import { showOrder } from '../../payment/orders/view.ts'
import { attemptsAmong, type PaymentAttempt } from '../../payment/paying/attempt-store.ts'
import type { Refund } from '../../payment/refunds/refund.ts'
import { refundsAmong } from '../../payment/refunds/refund-store.ts'

export type WholeOrder = {
  order: Order
  /** As its account sees it. */
  shown: ReturnType<typeof showOrder>
  payments: PaymentAttempt[]
  refunds: Refund[]
  /** What the payer is told of money going back. */
  told: ReturnType<typeof showMoneyBack>
  ledger: Booked[]
  /** What was agreed to with the check it bought, and what was handed on for that. */
  consent: z.infer<typeof consentShown> | null
  handedOn: z.infer<typeof disclosureShown>[]
  /** The newest first. */
  complaints: Complaint[]
}

/** What was agreed to and handed on for the check of an order; a consent of before there were records stands in its verification. */
const readRecords = async (
  table: Table,
  { accountId, verificationId }: Order,
  language: Language,
): Promise<Pick<WholeOrder, 'consent' | 'handedOn'>> => {
  if (!verificationId) return { consent: null, handedOn: [] }
  const [[consent], handedOn] = await Promise.all([
    table.getMany([consentKeys.consent(accountId, verificationId)]),
    findHandedOn(table, { accountId, check: verificationId }),
  ])
  return {
    consent: consent ? showConsent(consentOf(consent)) : null,
    handedOn: handedOn.map((one) => showDisclosure(one, language)),
  }
}

/** Complaints about an order; one that cannot be read is named where complaints are listed, and keeps nobody from the order. */
const readComplaints = async (table: Table, { id, accountId }: Order): Promise<Complaint[]> =>
  readEach(await findOfAccount(table, accountId), complaintOf)
    .read.filter(({ orders }) => orders.some(({ orderId }) => orderId === id))
    .sort((one, other) => other.openedAt - one.openedAt)

/**
 * Everything that is known of one order, whoever's it is: its payment attempts, refunds and ledger transactions, who got which data
 * for the check it bought, and complaints about it. Two calls, of a check two more, and one where there are complaints about the account.
 */
export const readWholeOrder = async (
  deps: { table: Table },
  id: string,
  language: Language = 'zh',
): Promise<Outcome<WholeOrder>> => {
  const found = isId(id) ? await findOrder(deps.table, id) : undefined
  if (!found) return refused('not_found')
  const { order, items } = found
  const [records, complaints] = await Promise.all([
    readRecords(deps.table, order, language),
    readComplaints(deps.table, order),
  ])
  return ok({
    order,
    shown: showOrder(found),
    told: showMoneyBack(items, language),
    payments: attemptsAmong(items),
    refunds: refundsAmong(items),
    ledger: bookingsAmong(items).sort((one, other) => one.at - other.at),
    ...records,
    complaints,
  })
}
