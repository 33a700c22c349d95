import type { Outgoing } from '../../../shared/http/outgoing.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import type { CertificationSettings } from '../settings.ts'
import { type Domain, type DomainProof, domainState, FILE_PATH, isShown, type NotShown, recordName } from './domain.ts'
import { fileAddress } from './domain-name.ts'
import { domainProven } from './domain-store.ts'
import { findOwnDomain } from './find-domain.ts'
import type { TextRecords } from './text-records-channel.ts'

export type AskDomainDeps = {
  table: Pick<Table, 'get' | 'update' | 'commit'>
  clock: Clock
  records: TextRecords
  outgoing: Outgoing
  settings: Pick<CertificationSettings, 'domains'> & Pick<OutgoingSettings, 'deliveries'>
}

type Shown = 'shown' | NotShown

const askRecord = async ({ records }: AskDomainDeps, domain: Domain): Promise<Shown> => {
  const found = await records(recordName(domain))
  if (found.kind !== 'found') return found.kind
  if (isShown(domain, found.texts)) return 'shown'
  return found.texts.length > 0 ? 'other' : 'nothing'
}

const REFUSED = 'target_refused'
const MISSING = [404, 410]

/** A file is a line or two; what is longer is a page that answers whatever is asked. */
const MOST_LINES = 20

const askFile = async ({ outgoing, settings }: AskDomainDeps, domain: Domain): Promise<Shown> => {
  const url = fileAddress(domain.domain, FILE_PATH, settings.deliveries.localTargets)
  const reply = await outgoing({ method: 'GET', url, headers: { accept: 'text/plain' } })
  if (reply.kind !== 'answered') return reply.reason === REFUSED ? 'refused' : 'unreachable'
  if (reply.status !== 200) return MISSING.includes(reply.status) ? 'nothing' : 'other'
  const lines = reply.body.toString('utf8').split('\n').slice(0, MOST_LINES)
  return isShown(domain, lines) ? 'shown' : 'other'
}

/** Both places are asked at once; the record counts where both show it. */
const lookAtBoth = async (
  deps: AskDomainDeps,
  domain: Domain,
): Promise<{ by: DomainProof } | { dns: NotShown; file: NotShown }> => {
  const [dns, file] = await Promise.all([askRecord(deps, domain), askFile(deps, domain)])
  if (dns === 'shown') return { by: 'dns' }
  return file === 'shown' ? { by: 'file' } : { dns, file }
}

/**
 * W2 looks whether a domain shows what it has to, by its record or its file, and keeps that it did. Whoever proves it again before it is over makes it
 * count longer. Refuses with `not_found`, `domain_lapsed` (say again that it is yours), `domain_not_proven` with what is wrong at each place,
 * `too_often` and `contended`. Three table calls, one lookup and one request.
 */
export const askDomain = async (deps: AskDomainDeps, accountId: string, name: string): Promise<Outcome<Domain>> => {
  const domain = await findOwnDomain(deps.table, accountId, name)
  if (!domain) return refused('not_found')
  const now = deps.clock.now()
  const state = domainState(domain, now)
  if (state === 'lapsed' || state === 'expired') return refused('domain_lapsed')
  const { checksPerHour, validMs } = deps.settings.domains
  const once = await deps.table.update(
    counted({ subject: `DOMAINS#${accountId}`, window: hourOf(now), limit: checksPerHour }),
  )
  if (once.kind === 'conflict') return tooOften(once.item)
  const shown = await lookAtBoth(deps, domain)
  if (!('by' in shown)) return refused('domain_not_proven', { extra: { dns: shown.dns, file: shown.file } })
  const at = deps.clock.now()
  const proven = { by: shown.by, at }
  const committed = await deps.table.commit([domainProven(domain, proven, at + validMs)])
  return committed.kind === 'committed' ? ok({ ...domain, proven, expiresAt: at + validMs }) : refused('contended')
}
