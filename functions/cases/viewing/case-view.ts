import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { appealShown, appealView } from '../../account/bans/appeal-view.ts'
import { banners } from '../../account/bans/ban.ts'
import { banShown, banView } from '../../account/bans/ban-view.ts'
import type { PastBan } from '../../account/bans/past-bans.ts'
import { doerShown } from '../../audit/doer-view.ts'
import { consentShown, showConsent } from '../../consent/disclosure-view.ts'
import { accountShown, accountView } from '../../overview/account-view.ts'
import { orderShown, showOrderAs } from '../../payment/orders/order-view.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { listVerification, verificationListed } from '../../verification/view.ts'
import type { Case } from './read-case.ts'

const time = z.iso.datetime()

const { ban: _ban, returnTo: _returnTo, id: _id, ...ofAccount } = accountShown.shape

/** A ban that is over, in the words of whoever banned and of whoever lifted it. */
const pastBanShown = z.strictObject({
  by: z.enum(banners),
  since: time,
  bannedBy: doerShown,
  reason: z.string(),
  liftedAt: time,
  liftedBy: doerShown,
  liftedBecause: z.string(),
})

const showPastBan = ({ by, since, bannedBy, reason, liftedAt, liftedBy, liftedBecause }: PastBan) => ({
  ...{ by, since: rfc3339(since), bannedBy, reason: maskNumbers(reason) },
  ...{ liftedAt: rfc3339(liftedAt), liftedBy, liftedBecause: maskNumbers(liftedBecause) },
})

/** An account as operators see it: masked, with all that stands against it and waits. */
export const caseShown = z.strictObject({
  id: z.string(),
  createdAt: time,
  ...ofAccount,
  /** Those that stand. */
  bans: z.array(banShown),
  /** The newest first. */
  pastBans: z.array(pastBanShown),
  maliciousComplaints: z.int(),
  unbans: z.int(),
  /** The last one. */
  appeal: z.nullable(appealShown),
  /** Those that can still be paid. */
  openOrders: z.array(orderShown),
  /** How many are signed in. */
  sessions: z.int(),
  /** The newest. */
  consents: z.array(consentShown),
  verifications: z.array(verificationListed),
})

/** As GET /v1/operator/accounts/{id} answers it, in that language. `publicUrl` has no slash at its end. */
export const showCase = (of: Case, publicUrl: string, language: Language): z.infer<typeof caseShown> => {
  const { ban: _first, returnTo: _none, id, ...account } = accountView(of.account, publicUrl, language)
  return {
    id: String(id),
    createdAt: rfc3339(of.createdAt),
    ...account,
    bans: of.account.bans.map((ban) => banView(ban, language)),
    pastBans: of.pastBans.map(showPastBan),
    maliciousComplaints: of.record.malicious.size,
    unbans: of.record.unbans,
    appeal: of.appeal ? { ...appealView(of.appeal), text: maskNumbers(of.appeal.text) } : null,
    openOrders: of.openOrders.map((order) => showOrderAs(order, 'created')),
    sessions: of.sessions,
    consents: of.consents.map(showConsent),
    verifications: of.verifications.map(listVerification),
  }
}
