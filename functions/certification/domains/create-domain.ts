import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, type Refusal, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import type { CertificationSettings } from '../settings.ts'
import { type Domain, domainState } from './domain.ts'
import { normaliseDomain } from './domain-name.ts'
import { DOMAIN_LIMIT, domainAsked, domainAskedAgain } from './domain-store.ts'
import { findOwnDomain } from './find-domain.ts'

export type CreateDomainDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  ids: Ids
  settings: Pick<CertificationSettings, 'domains'> & Pick<OutgoingSettings, 'deliveries'>
}

/** Of the token: nobody guesses it, and it fits into one string of a record. */
const TOKEN_BYTES = 24

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = conflicts.map((one) => one.because)
  if (because.includes('banned')) return { code: 'banned' }
  return { code: because.includes(DOMAIN_LIMIT) ? 'domain_limit_reached' : 'contended' }
}

/**
 * W2 an account says that a domain is theirs, and is told what it has to show. Said again it is the same while it may still be shown or counts, and
 * begins anew once its time is over. Refuses with `invalid_domain`, `domain_limit_reached`, `banned` and `contended`. Three table calls.
 */
export const createDomain = async (
  { table, clock, ids, settings }: CreateDomainDeps,
  accountId: string,
  typed: string,
): Promise<Outcome<Domain>> => {
  const domain = normaliseDomain(typed, settings.deliveries.localTargets)
  if (domain === undefined) return refusedField('/domain', 'invalid_domain')
  const allowed = await refuseBan({ table }, accountId)
  if (!allowed.ok) return allowed
  const now = clock.now()
  const before = await findOwnDomain(table, accountId, domain)
  const state = before && domainState(before, now)
  if (before && (state === 'waiting' || state === 'proven')) return ok(before)
  const { proveMs, most } = settings.domains
  const asked = { accountId, domain, token: ids.secret(TOKEN_BYTES), askedAt: now, expiresAt: now + proveMs }
  const writes = before ? [domainAskedAgain(before, asked)] : domainAsked(asked, most)
  const committed = await table.commit([notBanned(accountId), ...writes])
  return committed.kind === 'committed' ? ok(asked) : { ok: false, refusal: refusalOf(committed.conflicts) }
}
