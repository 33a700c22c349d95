import type { Bilingual } from '../../review/words.ts'
import type { PaperKind } from './paper.ts'

/** What each paper that runs out is called, to people. */
export const paperNames = {
  business_licence: { zh: '营业执照', en: 'business licence' },
  authorisation_letter: { zh: '授权书', en: 'letter of authorisation' },
  identity: { zh: '管理员的实名证件', en: 'ID document of the administrator' },
} as const satisfies Readonly<Record<PaperKind, Bilingual>>
