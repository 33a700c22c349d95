import { texts } from '../../shared/texts/texts.ts'

export const ledgerTexts = texts({ debit: '借', credit: '贷' }, { debit: 'Dr', credit: 'Cr' })
