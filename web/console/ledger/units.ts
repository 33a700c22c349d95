import type { Language } from '../../../shared/kernel/language.ts'
import type { Filter } from '../queue/queue.ts'
import { wordIn } from '../words/word.ts'
import { ledgerTexts, unitWords } from './texts.ts'

/** In what amounts of a ledger are; each is a ledger of its own. */
const units = ['fen', 'point', 'yuan_10000th'] as const

/** The unit an address asks for; money where it names none. */
export const unitIn = (query: URLSearchParams) => units.find((one) => one === query.get('unit')) ?? units[0]

/** The choice among them. */
export const unitFilter = (language: Language): Filter => ({
  name: 'unit',
  label: ledgerTexts[language].unit,
  options: units.map((value) => ({ value, text: wordIn(unitWords, value, language) })),
})
