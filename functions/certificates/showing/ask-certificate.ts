import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import { type Counter, counted, tooOften } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import { certificateIdIn } from '../certificate/certificate-id.ts'
import { certificateOf } from '../certificate/certificate-store.ts'
import { readStanding } from '../certificate/find-standing.ts'
import { certificateKeys } from '../keys.ts'
import type { CertificateSettings } from '../settings.ts'
import type { Asked } from './asked.ts'

export type AskCertificateDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  clock: Clock
  settings: CertificateSettings
}

/** Ids that are none, from one address. */
const missesOf = (sourceIp: string, { certificates }: CertificateSettings, now: Millis): Counter => ({
  subject: `CERTIFICATES#MISSES#${addressGroup(sourceIp)}`,
  window: hourOf(now),
  limit: certificates.missesPerHour,
})

/**
 * W7 what is known of an id, as somebody typed or followed it, for its statement and its badge alike: the certificate as it stands now, or that there is
 * none, which is counted for the address. Refuses with `too_often` where that has asked for as many that are none as it may. A certificate is always told:
 * nobody keeps the state of one from others who share an address by asking for what is none, and 74 random bits need no more against guessing. Two calls: the
 * certificate, and whoever holds it or the miss.
 */
export const askCertificate = async (
  { table, clock, settings }: AskCertificateDeps,
  { typed, sourceIp }: { typed: string; sourceIp: string },
): Promise<Outcome<Asked>> => {
  const now = clock.now()
  const id = certificateIdIn(typed)
  const [item] = id === undefined ? [] : await table.getMany([certificateKeys.certificate(id)])
  if (item) return ok({ id, standing: await readStanding({ table }, certificateOf(item), now) })
  const committed = await table.commit([counted(missesOf(sourceIp, settings, now))])
  return committed.kind === 'conflict' ? tooOften(committed.conflicts[0]?.item) : ok({ id })
}
