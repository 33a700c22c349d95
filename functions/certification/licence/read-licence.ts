import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import type { Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import type { DisclosureKnown, Permit } from '../../consent/permit.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material } from '../../material/material.ts'
import { MATERIAL_UNUSABLE, materialFree, materialOf } from '../../material/material-store.ts'
import type { Billed } from '../../verification/check/checker.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
import { spendReturned, spendShares } from '../../verification/vendors/spend-store.ts'
import { companyCallCharged } from '../checking/charge-store.ts'
import { companyLimitAt, costAtDesk, licenceDeskOf } from '../checking/desk.ts'
import type { LicenceReader, LicenceReading } from '../company/licence-reader.ts'
import type { CertificationSettings } from '../settings.ts'
import { licenceWords } from './licence-words.ts'

/** What somebody agreed to, and in which language they were shown it. */
type Agreed = { notice: Notice; language: Language }

/** A picture that is about to be handed on: what stands in the commit before, what lets it, and what is said of it afterwards. */
type Handing = { writes: readonly Write[]; permit: Permit; ended: (outcome: DisclosureKnown) => Write }

export type ReadLicenceDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'update'>
  /** The bytes of a picture; undefined where its file is gone. */
  openPicture: (of: Material) => Promise<Uint8Array | undefined>
  /** Lets one picture leave the house, under what its owner agreed to. */
  openHanding: (of: Material, agreed: Agreed) => Promise<Handing | undefined>
  ids: Ids
  clock: Clock
  settings: Pick<CertificationSettings, 'company'>
  /** Undefined where nobody reads licences. */
  reader: LicenceReader | undefined
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  /** Rings the alarm of the function. */
  alarm: Alarm
}

/** Which picture, what was agreed to, and in which language. */
export type LicenceAsked = { material: string; consent: { notice: string }; language: Language }

/** What stands on a licence, and what of the picture people should look at. */
export type LicenceSeen = Extract<LicenceReading, { kind: 'read' }>

/** Whose picture a machine looks at, and which; never anything of it. */
const recordOf = ({ ids, clock }: ReadLicenceDeps, { id, accountId }: Material): AuditRecord => ({
  ...{ id: ids.id(), subject: deedSubjects.account(accountId), at: clock.now() },
  ...{ by: doers.service('certification-licence'), action: 'identity_read', detail: id },
  ...{ purpose: 'document_reading', fields: 'picture', reason: '' },
})

const refusalOf = (conflicts: readonly Conflict[]): 'banned' | 'material_unusable' | 'contended' => {
  if (isBecause(conflicts, 'banned')) return 'banned'
  return isBecause(conflicts, MATERIAL_UNUSABLE) ? 'material_unusable' : 'contended'
}

/** A picture that a vendor is asked to read: where its cost is booked, and when it was handed on. */
type Reading = { id: string; accountId: string; vendor: string; spent: Spent | undefined; at: Millis }

const billedFor = (came: LicenceReading): Billed => {
  if (came.kind === 'read') return 'yes'
  if (came.kind === 'refused') return came.billed
  return came.handedOn ? 'no' : (came.billed ?? 'unknown')
}

/** What it cost: booked where the vendor charges for it, given back where it certainly does not. */
const costsOf = ({ settings }: ReadLicenceDeps, reading: Reading, came: LicenceReading): Write[] => {
  const billed = billedFor(came)
  const desk = licenceDeskOf(reading.vendor)
  const cost = costAtDesk(settings.company, desk)
  if (billed === 'yes') return [companyCallCharged({ ...reading, desk: desk.name, cost })]
  return billed === 'no' && reading.spent ? [spendReturned(reading.spent)] : []
}

/** What became of what was handed on goes on record with what it cost, and people hear of what only they can mend. */
const recordHandedOn = async (
  deps: ReadLicenceDeps,
  reading: Reading,
  { ended }: Handing,
  came: LicenceReading,
): Promise<void> => {
  const { table, alarm } = deps
  const outcome = came.kind === 'unavailable' ? came.handedOn : 'answered'
  const writes = [...(outcome ? [ended(outcome)] : []), ...costsOf(deps, reading, came)]
  if (writes.length > 0) await table.commit(writes)
  if (came.kind === 'unavailable' && came.needsRepair)
    alarm('licence_reader_needs_repair', { vendor: reading.vendor, code: came.vendorCode })
}

/**
 * Writes that the picture is opened and handed on, and what that may cost, before either: where the account's share of the day does not hold it any more, in
 * another. Undefined where the day has cost enough.
 */
const takeReading = async (
  deps: ReadLicenceDeps,
  { of, vendor }: { of: Material; vendor: string },
  also: readonly Write[],
): Promise<Outcome<Reading | undefined>> => {
  const now = deps.clock.now()
  const { accountId } = of
  const desk = licenceDeskOf(vendor)
  for (const share of spendShares(companyLimitAt(deps.settings.company, desk), { accountId, vendor: desk.name }, now)) {
    const committed = await commitDeed(deps, recordOf(deps, of), [...also, ...(share ? [share.write] : [])])
    if (committed.kind === 'committed')
      return ok({ id: deps.ids.id(), accountId, vendor, spent: share?.spent, at: now })
    const others = committed.conflicts.filter(({ because }) => because !== 'spent')
    if (others.length > 0) return refused(refusalOf(others))
  }
  return ok(undefined)
}

/** Reads a picture that is free, and still is in the commit before it is opened. */
const readPicture = async (
  deps: ReadLicenceDeps,
  reader: LicenceReader,
  of: Material,
  agreed: Agreed,
): Promise<Outcome<LicenceSeen>> => {
  const { accountId } = of
  const now = deps.clock.now()
  const limit = deps.settings.company.readingsPerDay
  const once = await deps.table.update(counted({ subject: `LICENCES#${accountId}`, window: dayOf(now), limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  const handing = await deps.openHanding(of, agreed)
  if (!handing) throw new Error('a reader that nobody is behind')
  const free = [materialFree(of, now), notBanned(accountId)]
  const { vendor } = reader
  const taken = await takeReading(deps, { of, vendor }, [...free, ...handing.writes])
  if (!taken.ok) return taken
  const reading = taken.value
  if (!reading) {
    deps.alarm('licence_reader_spent', { vendor })
    return refused('licence_not_read')
  }
  const picture = await deps.openPicture(of)
  if (!picture) {
    await deps.table.commit([handing.ended('not_sent'), ...(reading.spent ? [spendReturned(reading.spent)] : [])])
    return refused('material_unusable')
  }
  const came = await reader.read(picture, handing.permit)
  await recordHandedOn(deps, reading, handing, came)
  if (came.kind === 'read') return ok(came)
  if (came.kind === 'unavailable') return refused('licence_not_read')
  const { because: reason } = came
  return refused('licence_unreadable', { extra: { reason, advice: licenceWords[reason][agreed.language] } })
}

/**
 * W2 reads a business licence off a picture of the account that is part of nothing yet, to fill in what stands there and compare it with what was typed: nothing of
 * it is kept, and nothing is decided. Who is handed it and under which consent is on record before. Refuses with `licence_not_offered`, `consent_outdated`,
 * `banned`, `material_unusable`, `too_often`, `licence_unreadable` and, where nobody could look, `licence_not_read`.
 */
export const readLicence = async (
  deps: ReadLicenceDeps,
  accountId: string,
  { material: id, consent, language }: LicenceAsked,
): Promise<Outcome<LicenceSeen>> => {
  const picture = isId(id) ? [materialKeys.material(id)] : []
  const [profile, item] = await deps.table.getMany([accountKeys.profile(accountId), ...picture])
  if (isBanned(profile)) return refused('banned')
  if (!deps.reader) return refused('licence_not_offered')
  const notice = await deps.notice()
  if (consent.notice !== notice.version) return consentOutdated(notice)
  const found = item && materialOf(item)
  if (found?.kind !== 'business_licence' || !isFree(found, accountId, deps.clock.now()))
    return refused('material_unusable')
  return readPicture(deps, deps.reader, found, { notice, language })
}
