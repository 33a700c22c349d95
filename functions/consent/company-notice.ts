import { companyWords } from './company-notice-text.ts'
import type { Notice } from './consent.ts'
import { noticeOf } from './notice-of.ts'
import type { Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** The notice on looking up the company that somebody acts for, which is agreed to apart. */
export const companyNoticeInForce = ({
  companyNotice: label,
  companyText: own,
  platform,
  company,
}: ConsentSettings & { platform: Processor; company: { vendors: readonly string[] } }): Notice =>
  noticeOf(companyWords, { label, own, platform, vendors: company.vendors })
