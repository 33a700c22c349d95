import * as z from 'zod/mini'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { created, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Company, type CompanyElement, type CompanyOutcome, type Entry, entryOf } from './companies.ts'

export type CompanyEvidence = Record<CompanyElement, string>

/** How old the vendors' copies of the register are. */
const COPY_AGE: Millis = 7 * DAY

/** As registers number the state of a company: this, and these. */
const OPERATES = '1'
const states: Readonly<Partial<Record<CompanyOutcome, string>>> = {
  moved: '2',
  cancelled: '3',
  revoked: '4',
  withdrawn: '5',
  closed: '6',
  other_state: '0',
}

/** What is found: nothing, or which of the four do not fit what is registered, in which state, from when until when. */
export type CompanyFinding =
  | { found: false }
  | { found: true; differs: readonly CompanyElement[]; state: string; from: string; until: string | undefined }

/** How long a company that closes later operates still. */
const CLOSES_AFTER: Millis = 60 * DAY

const seenFirst = z.object({ at: z.number() })

/** Longer than a certificate counts, so that one that has closed stays closed. */
const DAYS_KEPT = 500

/** How long ago somebody first asked about a company (ms); 0 of the first. */
const askedSince = async (sandbox: Sandbox, { creditCode }: Company): Promise<Millis> => {
  const now = sandbox.clock.now()
  const key = keys.companyAsked(creditCode)
  const first = created(key, { at: now }, { now, days: DAYS_KEPT })
  if ((await sandbox.table.commit([first])).kind === 'committed') return 0
  const before = await readDocument(sandbox.table, key, seenFirst)
  return before === undefined ? 0 : now - before.value.at
}

/** The state of a company as registers number it; undefined while their copies do not have it. */
const stateOf = async (sandbox: Sandbox, company: Company): Promise<string | undefined> => {
  const { outcome } = company
  if (outcome === 'no_record') return undefined
  if (outcome === 'registered_this_week') return (await askedSince(sandbox, company)) >= COPY_AGE ? OPERATES : undefined
  if (outcome === 'closes_later') return (await askedSince(sandbox, company)) >= CLOSES_AFTER ? states.closed : OPERATES
  return states[outcome] ?? OPERATES
}

const differing = ({ company, differs }: Entry, evidence: CompanyEvidence): CompanyElement[] => {
  const registered: CompanyEvidence = {
    creditCode: company.creditCode,
    companyName: company.name,
    legalRepresentative: company.legalRepresentative,
    idNumber: company.idNumber.toUpperCase(),
  }
  const elements: CompanyElement[] = ['creditCode', 'companyName', 'legalRepresentative', 'idNumber']
  return elements.filter((element) => element === differs || registered[element] !== evidence[element])
}

/** What the registers behind every vendor find of a company, by its code or its name. Only the catalogue is known. */
export const lookUpCompany = async (sandbox: Sandbox, evidence: CompanyEvidence): Promise<CompanyFinding> => {
  const entry = entryOf(evidence.creditCode, evidence.companyName)
  const state = entry && (await stateOf(sandbox, entry.company))
  if (!entry || state === undefined) return { found: false }
  return { found: true, differs: differing(entry, evidence), state, from: '2018-09-25', until: entry.until }
}

/** How a vendor behaves when it is asked about a company, if it is not about the company. */
export const vendorTrouble = (
  creditCode: string,
  name: string,
): 'vendor_busy' | 'vendor_failed' | 'timeout_after_sending' | undefined => {
  const outcome = entryOf(creditCode, name)?.company.outcome
  return outcome === 'vendor_busy' || outcome === 'vendor_failed' || outcome === 'timeout_after_sending'
    ? outcome
    : undefined
}
