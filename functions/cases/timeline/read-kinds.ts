import type { Millis } from '../../../shared/kernel/time.ts'
import { isKept } from '../../../shared/table/keys.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { type ReadEach, readEach } from '../../../shared/table/read-each.ts'
import { readMany } from '../../../shared/table/read-many.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { appealOf } from '../../account/bans/appeal-store.ts'
import { bansIn } from '../../account/bans/ban.ts'
import { banRecordOf } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { auditOf } from '../../audit/audit-store.ts'
import { deedSubjects } from '../../audit/deed.ts'
import { auditLists } from '../../audit/keys.ts'
import { applicantOf } from '../../certification/applicants/applicant-store.ts'
import { applicationOf } from '../../certification/applications/application-store.ts'
import { administeredIn, appOf } from '../../certification/apps/app-store.ts'
import { applicationLists, certificationKeys, certificationLists } from '../../certification/keys.ts'
import { complaintOf } from '../../complaints/complaint-store.ts'
import { findOfAccount } from '../../complaints/find-of-account.ts'
import { consentOf } from '../../consent/consent-store.ts'
import { disclosureOf } from '../../consent/disclosure-store.ts'
import { consentLists } from '../../consent/keys.ts'
import { documentOf } from '../../documents/checking/document-store.ts'
import { documentLists } from '../../documents/checking/keys.ts'
import { faceCheckOf } from '../../face/check/face-check-store.ts'
import { faceLists } from '../../face/keys.ts'
import { messagingLists } from '../../messaging/keys.ts'
import { messageOf } from '../../messaging/sending/message-store.ts'
import { madeCallIn } from '../../verification/check/call-store.ts'
import { checkOf } from '../../verification/check/check-store.ts'
import { verificationLists } from '../../verification/keys.ts'
import { owedVerificationOf } from '../../verification/owed/owed-store.ts'
import { verificationOf } from '../../verification/verification-store.ts'
import { cardOf } from '../../wallet/cards/card-store.ts'
import { cardLists } from '../../wallet/cards/keys.ts'
import { cardLines } from './card-lines.ts'
import { appLines, applicantLines, applicationLines } from './certification-lines.ts'
import {
  callLine,
  consentLine,
  disclosureLine,
  documentLines,
  faceCheckLines,
  verificationLines,
} from './identity-lines.ts'
import type { KindPage, Line } from './line.ts'
import type { LineKind } from './line-kinds.ts'
import { orderLines, paymentLines, refundLines, type ToldOrder } from './money-lines.ts'
import { isNameBehind, isPlace, pageOfAll } from './place.ts'
import { readOrders } from './read-orders.ts'
import { appealLines, banLine, complaintLines, deedLine, messageLine } from './standing-lines.ts'

/** What is read of an account for several kinds, each once. */
export type Shelf = {
  table: Table
  accountId: string
  now: Millis
  orders: () => Promise<ToldOrder[]>
  complaints: () => Promise<Item[]>
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= read()
    return kept
  }
}

export const shelfOf = (table: Table, accountId: string, now: Millis): Shelf => ({
  table,
  accountId,
  now,
  orders: once(() => readOrders({ table }, accountId)),
  complaints: once(() => findOfAccount(table, accountId)),
})

export type KindRead = KindPage & { unreadable: string[] }

/** A kind of the time line: which places it knows, and how its lines behind one are read. */
export type KindRow = {
  isPlace: (text: string) => boolean
  read: (shelf: Shelf, after: string | undefined, limit: number) => Promise<KindRead>
}

const flat = ({ read, unreadable }: ReadEach<Line[]>) => ({ lines: read.flat(), unreadable })

/** A kind of which an account has so few, or whose lines come so long after their items, that all are read and put in order. */
const whole = (readAll: (shelf: Shelf) => Promise<{ lines: Line[]; unreadable: string[] }>): KindRow => ({
  isPlace,
  async read(shelf, after, limit) {
    const { lines, unreadable } = await readAll(shelf)
    return { ...pageOfAll(lines, after, limit), unreadable }
  },
})

/** The same, where its lines come of the items of one list. */
const wholeList = (
  listOf: (accountId: string) => { pk: string; prefix: string },
  linesOf: (item: Item) => Line[],
): KindRow => whole(async ({ table, accountId }) => flat(readEach(await queryAll(table, listOf(accountId)), linesOf)))

/** A kind of which there may be thousands, one line an item, that are kept by ids in the order of time: read a page at a time. */
const paged = (
  listOf: (accountId: string) => { pk: string; prefix: string },
  lineOf: (item: Item) => Line,
  isThere: (item: Item, now: Millis) => boolean = () => true,
): KindRow => ({
  isPlace: isNameBehind(listOf('').prefix),
  async read({ table, accountId, now }, after, limit) {
    const page = await table.query({ ...listOf(accountId), limit, newestFirst: true, after })
    const items = page.items.filter((item) => isThere(item, now))
    const { read: lines, unreadable } = readEach(items, (item) => ({ line: lineOf(item), place: item.sk }))
    // Behind the first that is there no more, none is.
    return {
      lines,
      unreadable,
      more: page.next !== undefined && items.length === page.items.length && lines.length > 0,
    }
  },
})

const ofOrders = (linesOf: (order: ToldOrder) => Line[]): KindRow =>
  whole(async ({ orders }) => ({ lines: (await orders()).flatMap(linesOf), unreadable: [] }))

/** A check that nobody claimed yet, or that was given back, has no call. */
const callLines = (item: Item): Line[] => {
  if (typeof item.vendor !== 'string') return []
  const check = checkOf(item)
  const orderId = 'orderId' in check ? check.orderId : undefined
  return [callLine({ ...madeCallIn(item), ...check, orderId, check: item.sk, vendor: item.vendor })]
}

const standing = (
  linesOf: (shelf: Shelf, item: Item | undefined) => Line[],
  keyOf: (accountId: string) => { pk: string; sk: string },
) =>
  whole(async (shelf) => {
    const [item] = await shelf.table.getMany([keyOf(shelf.accountId)])
    return { lines: linesOf(shelf, item), unreadable: [] }
  })

/** Deeds are about an account, its orders and their refunds, or its complaints. */
const subjectsOf = async ({ accountId, orders, complaints }: Shelf): Promise<string[]> => {
  const moved = (await orders()).filter(({ refunds }) => refunds !== undefined)
  const known = readEach(await complaints(), complaintOf).read
  return [
    deedSubjects.account(accountId),
    ...moved.map(({ order }) => deedSubjects.order(order.id)),
    ...known.map(({ channel, complaintId }) => deedSubjects.complaint(channel, complaintId)),
  ]
}

const deeds = whole(async (shelf) => {
  const subjects = await subjectsOf(shelf)
  const items = await Promise.all(subjects.map((subject) => queryAll(shelf.table, auditLists.records(subject))))
  return flat(readEach(items.flat(), (item) => [deedLine(auditOf(item))]))
})

/** A card tells when it was taken off, and the checks of its number the rest. */
const cards = whole(async (shelf) => {
  const { table, accountId } = shelf
  const [items, checks] = await Promise.all([
    queryAll(table, cardLists.cards(accountId)),
    queryAll(table, verificationLists.owed(accountId)),
  ])
  const known = readEach(checks, owedVerificationOf)
  const { lines, unreadable } = flat(readEach(items, (item) => cardLines(cardOf(item), known.read)))
  return { lines, unreadable: [...unreadable, ...known.unreadable] }
})

/** The apps that an account administers now. */
const apps = whole(async ({ table, accountId }) => {
  const listed = readEach(await queryAll(table, certificationLists.apps(accountId)), administeredIn)
  const { lines, unreadable } = flat(
    readEach(await readMany(table, listed.read.map(certificationKeys.app)), (item) => appLines(appOf(item))),
  )
  return { lines, unreadable: [...unreadable, ...listed.unreadable] }
})

/** Every kind, by where it is read and how it is told. A new one is a row here and a word of `lineKinds`. */
export const kindRows: Readonly<Record<LineKind, KindRow>> = {
  verification: wholeList(verificationLists.verifications, (item) => verificationLines(verificationOf(item))),
  order: ofOrders(orderLines),
  payment: ofOrders(paymentLines),
  refund: ofOrders(refundLines),
  vendor_call: wholeList(verificationLists.checks, callLines),
  face_check: wholeList(faceLists.checks, (item) => faceCheckLines(faceCheckOf(item))),
  card: cards,
  document: wholeList(documentLists.documents, (item) => documentLines(documentOf(item))),
  app: apps,
  applicant: wholeList(applicationLists.applicants, (item) => applicantLines(applicantOf(item))),
  application: wholeList(applicationLists.applications, (item) => applicationLines(applicationOf(item))),
  consent: wholeList(consentLists.consents, (item) => [consentLine(consentOf(item))]),
  disclosure: paged(consentLists.disclosures, (item) => disclosureLine(disclosureOf(item))),
  message: paged(messagingLists.messages, (item) => messageLine(messageOf(item)), isKept),
  ban: standing(
    ({ accountId }, item) => bansIn(banRecordOf(item)).map((ban) => banLine(accountId, ban)),
    accountKeys.profile,
  ),
  appeal: standing((_shelf, item) => (item ? appealLines(appealOf(item)) : []), accountKeys.appeal),
  complaint: whole(async ({ complaints }) =>
    flat(readEach(await complaints(), (item) => complaintLines(complaintOf(item)))),
  ),
  deed: deeds,
}
