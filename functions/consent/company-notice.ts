import { companyWords } from './company-notice-text.ts'
import type { Notice } from './consent.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

type Company = { vendors: readonly string[]; accountProver?: string }

/** Who is handed something: whoever is asked, and whoever transfers to the account of a company. */
const handedTo = ({ vendors, accountProver = 'none' }: Company): readonly string[] =>
  accountProver === 'none' ? vendors : [...vendors, accountProver]

/** The notice on looking up the company that somebody acts for, which is agreed to apart. */
export const companyNoticeInForce = ({
  companyNotice: label,
  companyText: own,
  platform,
  company,
}: ConsentSettings & { platform: Processor; company: Company }): Notice =>
  noticeOf(companyWords, { label, own, platform, vendors: handedTo(company) })
