import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { ownerIn } from '../../account/account-store.ts'
import { accountKeys, accountLists } from '../../account/keys.ts'
import { findEntry } from '../../audit/find-entry.ts'
import { certificateOf } from '../../certificates/certificate/certificate-store.ts'
import { certificateKeys } from '../../certificates/keys.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { applicationKeys, certificationKeys } from '../../certification/keys.ts'
import { complaintOf } from '../../complaints/complaint-store.ts'
import { complaintKeys } from '../../complaints/keys.ts'
import { faceKeys } from '../../face/keys.ts'
import { messagingKeys } from '../../messaging/keys.ts'
import { operatorKeys } from '../../operators/keys.ts'
import { proposalOf } from '../../operators/proposals/proposal-store.ts'
import { paymentKeys } from '../../payment/keys.ts'
import { factOrderOf, orderOf } from '../../payment/orders/order-store.ts'
import { isPaymentChannel, paymentChannels } from '../../payment/paying/provider.ts'
import { refundName } from '../../payment/refunds/refund.ts'
import { refundOf } from '../../payment/refunds/refund-store.ts'
import { owedKeys, verificationKeys } from '../../verification/keys.ts'
import { findApplicants, namedApp, withAdministrators } from './find-certification.ts'
import { eachOnce, type Hit, type HitKind } from './hit.ts'
import type { SearchForms } from './search-text.ts'

type Deps = { table: Pick<Table, 'getMany' | 'list' | 'query'>; clock: Clock }

/** A key to look under, and what is found of the item there, if that still counts. */
type Look = { key: Key; hit: (item: Item) => Hit | undefined }

const ofAccount = (kind: HitKind, accountId: string, id: string, key: Key): Look => ({
  key,
  hit: () => ({ kind, id, accountId }),
})

const accountLook = (id: string): Look => ofAccount('account', id, id, accountKeys.profile(id))

const orderLook = (id: string): Look => ({
  key: paymentKeys.order(id),
  hit: (item) => ({ kind: 'order', id, accountId: orderOf(item).accountId, orderId: id }),
})

const proposalLook = (id: string): Look => ({
  key: operatorKeys.proposal(id),
  hit: (item) => {
    const { orderId, channel } = proposalOf(item).shown
    return { kind: 'proposal', id, orderId, ...(isPaymentChannel(channel) && { channel }) }
  },
})

const appLook = (id: string): Look => ({
  key: certificationKeys.app(id),
  hit: (item) => ({ kind: 'app', id, accountId: appOf(item).administrator }),
})

const nameLook = (deps: Deps, skeleton: string): Look => ({
  key: certificationKeys.name(skeleton),
  hit: (item) => namedApp(deps, item),
})

const certificateLook = (id: string): Look => ({
  key: certificateKeys.certificate(id),
  hit: (item) => ({ kind: 'certificate', id, accountId: certificateOf(item).accountId }),
})

const externalLook = (externalId: string): Look => ({
  key: accountKeys.external(externalId),
  hit: (item) => ({ kind: 'account', id: String(ownerIn(item)), accountId: ownerIn(item) }),
})

const refundLook = ({ orderId, name }: { orderId: string; name: string }): Look => ({
  key: paymentKeys.refund(orderId, name),
  hit: (item) => {
    const refund = refundOf(item)
    return { kind: 'refund', id: refundName(refund), accountId: refund.accountId, orderId, channel: refund.channel }
  },
})

const thingsOf = (accountId: string, id: string): Look[] => [
  ofAccount('verification', accountId, id, verificationKeys.verification(accountId, id)),
  ofAccount('verification', accountId, id, owedKeys.verification(accountId, id)),
  ofAccount('face_check', accountId, id, faceKeys.check(accountId, id)),
  ofAccount('applicant', accountId, id, applicationKeys.applicant(accountId, id)),
  ofAccount('application', accountId, id, applicationKeys.application(accountId, id)),
  ofAccount('message', accountId, id, messagingKeys.message(accountId, id)),
]

const channelLooks = ({ number, channel }: NonNullable<SearchForms['channelNumber']>): Look[] =>
  paymentChannels
    .filter((one) => channel === undefined || one === channel)
    .flatMap((one): Look[] => [
      {
        key: paymentKeys.fact(one, number),
        hit: (item) => ({ kind: 'payment', id: number, orderId: factOrderOf(item), channel: one }),
      },
      {
        key: complaintKeys.complaint(one, number),
        hit: (item) => ({ kind: 'complaint', id: number, accountId: complaintOf(item).accountId, channel: one }),
      },
    ])

const looksFor = (deps: Deps, of: SearchForms): Look[] => {
  const { id, externalId, orderId, refund, channelNumber, appName, certificate, ofAccount: thing } = of
  return [
    ...(id ? [accountLook(id), proposalLook(id), appLook(id)] : []),
    ...(appName ? [nameLook(deps, appName)] : []),
    ...(certificate ? [certificateLook(certificate)] : []),
    ...(orderId ? [orderLook(orderId)] : []),
    ...(externalId ? [externalLook(externalId)] : []),
    ...(refund ? [refundLook(refund)] : []),
    ...(channelNumber ? channelLooks(channelNumber) : []),
    ...(thing ? [accountLook(thing.accountId), ...thingsOf(thing.accountId, thing.id)] : []),
  ]
}

const foundAmong = async ({ table }: Deps, looks: readonly Look[]): Promise<Hit[]> => {
  if (looks.length === 0) return []
  const items = await table.getMany(looks.map(({ key }) => key))
  return looks.flatMap(({ hit }, at) => {
    const item = items[at]
    return (item && hit(item)) ?? []
  })
}

/** More than one thing has an id only where somebody made it so. */
const MOST_NAMED = 10

/** What is kept under an account and found by its id alone: told apart by the key that the account has it under. */
const findByItsName = async (deps: Deps, id: string): Promise<Hit[]> => {
  const { items } = await deps.table.list({ list: accountLists.named(id), limit: MOST_NAMED })
  const made: Record<string, HitKind> = {
    [verificationKeys.verification('', id).sk]: 'verification',
    [owedKeys.verification('', id).sk]: 'verification',
    [faceKeys.check('', id).sk]: 'face_check',
    [applicationKeys.applicant('', id).sk]: 'applicant',
    [applicationKeys.application('', id).sk]: 'application',
    [messagingKeys.sent('', id).sk]: 'message',
  }
  return items.flatMap(({ pk, sk }) => {
    const kind = made[sk]
    return kind ? [{ kind, id, accountId: pk.slice(accountKeys.profile('').pk.length) }] : []
  })
}

/** Whose a payment is, or whose refund somebody asks about, the order says. */
const withAccounts = async ({ table }: Deps, hits: readonly Hit[]): Promise<Hit[]> => {
  const unknown = hits.flatMap(({ accountId, orderId }) => (accountId === undefined && orderId ? [orderId] : []))
  if (unknown.length === 0) return [...hits]
  const orders = await table.getMany(unknown.map(paymentKeys.order))
  const owners = new Map(unknown.map((id, at) => [id, orders[at] && orderOf(orders[at]).accountId]))
  return hits.map((hit) =>
    hit.accountId === undefined && hit.orderId ? { ...hit, accountId: owners.get(hit.orderId) } : hit,
  )
}

/** What somebody did, in the audit: it has no key by its id, so that it is looked for only where nothing else has that. */
const findDeed = async (deps: Deps, id: string): Promise<Hit[]> =>
  (await findEntry(deps, id)) ? [{ kind: 'deed', id }] : []

/**
 * Everything that a text of those forms is the id of. One read, one of the index for an id of ours or what may be a company, and one more where a payment, a
 * proposal or the name of an app is found, or where nothing is that has such an id.
 */
export const findById = async (deps: Deps, forms: SearchForms): Promise<Hit[]> => {
  const [found, named, applicants] = await Promise.all([
    foundAmong(deps, looksFor(deps, forms)),
    forms.id ? findByItsName(deps, forms.id) : [],
    forms.company ? findApplicants(deps, forms.company) : [],
  ])
  const hits = await withAdministrators(deps, [...found, ...named, ...applicants])
  return hits.length === 0 && forms.id ? findDeed(deps, forms.id) : eachOnce(await withAccounts(deps, hits))
}
