import * as z from 'zod/mini'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { created, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Company, type CompanyElement, type CompanyOutcome, type Entry, entryOf } from './companies.ts'

export type CompanyEvidence = Record<CompanyElement, string>

/** How old the vendors' copies of the register are. */
const COPY_AGE: Millis = 7 * DAY

/** As registers number the state of a company. */
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

const seenFirst = z.object({ at: z.number() })
const DAYS_KEPT = 90

/** Whether the copies have the company by now, and when somebody first asked, which is when it was registered. */
const isCopied = async (sandbox: Sandbox, { creditCode }: Company): Promise<boolean> => {
  const now = sandbox.clock.now()
  const key = keys.companyAsked(creditCode)
  const first = created(key, { at: now }, { now, days: DAYS_KEPT })
  if ((await sandbox.table.commit([first])).kind === 'committed') return false
  const before = await readDocument(sandbox.table, key, seenFirst)
  return before !== undefined && now - before.value.at >= COPY_AGE
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
  if (!entry || entry.company.outcome === 'no_record') return { found: false }
  const { outcome } = entry.company
  if (outcome === 'registered_this_week' && !(await isCopied(sandbox, entry.company))) return { found: false }
  const state = states[outcome] ?? '1'
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
